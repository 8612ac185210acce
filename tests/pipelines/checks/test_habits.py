"""Broken handoffs and records entered again are found in a whole firm, none besides."""

from pathlib import Path

import pytest
from measured_habits import handoffs, payments, records


@pytest.mark.parametrize("campaign", [handoffs, payments, records])
def test_what_was_planted_is_found_and_nothing_else(campaign, tmp_path: Path) -> None:
    wanted, seen = campaign(7, tmp_path / "warehouse.duckdb", 1)

    assert {pattern for pattern, *_ in wanted} in (
        {"missing", "late", "duplicate", "out_of_order"},
        {"missing", "late", "out_of_order"},
        {"recreated client", "recreated project", "recreated person"},
    )
    assert wanted - seen == set()
    assert seen - wanted == set()
