"""Every fault, every system, first, middle and last answer: never a silent loss.

The tests run a sample in which every pair of fault and system, fault and position, and
system and position occurs; `make faults` runs the whole product.
"""

import re
from collections import Counter
from pathlib import Path

import pytest

from pipelines.fetch import Reading
from tests.pipelines.sources.estate import SYSTEMS, content, estate, read
from tests.pipelines.sources.fault_report import IS_WHOLE, write_ends
from tests.pipelines.sources.faults import FAULTS, HELD_BY
from tests.pipelines.sources.faulty import Faulty

POSITIONS = ("first", "middle", "last")
ENDED: Counter[tuple[str, str]] = Counter()


def cases() -> list[tuple[str, str, str]]:
    return [
        (fault, system, position)
        for n, fault in enumerate(FAULTS)
        for m, system in enumerate(SYSTEMS)
        for p, position in enumerate(POSITIONS)
        if IS_WHOLE or (n + m) % len(POSITIONS) == p
    ]


@pytest.fixture(scope="module")
def disturbable(tmp_path_factory: pytest.TempPathFactory):
    with estate(tmp_path_factory.mktemp("sandbox")) as found:
        yield found
    if IS_WHOLE:
        write_ends(ENDED, len(SYSTEMS))


def end(true: list[Reading], found: list[Reading]) -> str:
    """Say how a disturbed reading ended, compared with an undisturbed one."""
    if all(one.rows is None for one in found):
        return "ended"
    pairs = [(content(one), content(two)) for one, two in zip(true, found, strict=True)]
    if any(two is None for _, two in pairs):
        return "held"
    if all(one == two for one, two in pairs):
        return "exact"
    if any(one.rows.rejected or one.rows.flagged for one in found if one.rows):
        return "told"
    keys = [one.table.key for one in true]
    are_there = all(
        one.select(key) == two.select(key)
        for (one, two), key in zip(pairs, keys, strict=True)
    )
    return "kept" if are_there else "silent"


@pytest.mark.parametrize("case", cases(), ids=", ".join)
def test_a_fault_ends_as_the_catalogue_says(disturbable, case) -> None:
    name, system, position = case
    fault = FAULTS[name]
    sandbox, true, n_answers, opened = disturbable[system]
    at = {"first": 0, "middle": n_answers // 2, "last": n_answers - 1}[position]
    found = read(sandbox, system, Faulty((at, fault)), opened)
    may = fault.whole if fault.whole and position == "first" else fault.ends
    ENDED[name, end(true, found)] += 1
    assert end(true, found) in may.split()
    for one in found:
        if one.rows:
            counts = (one.rows.kept.num_rows, len(one.rows.rejected))
            assert one.rows.n_read == sum(counts) + one.rows.n_duplicate


def test_every_fault_of_the_catalogue_is_held() -> None:
    codes = {name.split()[0] for name in FAULTS} | set(HELD_BY)
    wanted = [f"A{n:02}" for n in range(1, 29)] + [f"C{n:02}" for n in range(1, 13)]
    assert set(wanted) <= codes
    for test in HELD_BY.values():
        file, _, name = test.partition("::")
        text = Path(__file__).with_name(file).read_text()
        assert re.search(rf"^def {name}\(", text, re.MULTILINE)
