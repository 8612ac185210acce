"""Every edge case that the documentation promises has the test that it names."""

import re
from pathlib import Path

ROOT = Path(__file__).parents[2]
NAMED = re.compile(r"`(tests/[\w/]+\.py)::(test_\w+)`")


def test_every_edge_case_names_a_test_that_exists() -> None:
    rows = (ROOT / "docs" / "edge_cases.md").read_text().splitlines()
    cases = [row for row in rows if re.match(r"\| \d", row)]
    assert len(cases) >= 20
    for row in cases:
        [(file, test)] = NAMED.findall(row)
        assert f"def {test}(" in (ROOT / file).read_text(), row
