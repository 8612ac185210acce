"""Every fault, every system, first, middle and last answer: never a silent loss.

A fault is put where it changes something: the first, middle and last of those answers.
`make faults` runs the whole product. The tests run a sample of it: faults of pages meet
every system, every other fault three of them, each at another position.
"""

import re
from collections import Counter
from pathlib import Path

import pytest

from pipelines.fetch import Reading
from tests.pipelines.sources.estate import SYSTEMS, content, read
from tests.pipelines.sources.fault_report import IS_WHOLE, write_ends
from tests.pipelines.sources.faults import FAULTS, HELD_BY, OF_PAGES
from tests.pipelines.sources.faulty import Faulty, places
from tests.pipelines.sources.unharmed import UNHARMED, can_meet

POSITIONS = ("first", "middle", "last")
ENDED: Counter[tuple[str, str]] = Counter()


def code(fault: str) -> str:
    return fault.split(maxsplit=1)[0]


def cases() -> list[tuple[str, str, str]]:
    return [
        (fault, system, POSITIONS[p])
        for n, fault in enumerate(FAULTS)
        for m, system in enumerate(SYSTEMS)
        for p in range(len(POSITIONS))
        if can_meet(fault, system) and is_tried(n, m, p)
    ]


def is_tried(fault: int, system: int, position: int) -> bool:
    is_of_pages = code(list(FAULTS)[fault]) in OF_PAGES
    turn = (fault + system) % (len(POSITIONS) if is_of_pages else len(SYSTEMS))
    return IS_WHOLE or turn == position


@pytest.fixture(scope="module", autouse=True)
def written():
    yield
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
    fault, place = FAULTS[name], disturbable[system]
    bitten = places(fault, place.heard)
    at = {"first": 0, "middle": len(bitten) // 2, "last": -1}[position]
    session = Faulty((bitten[at], fault))
    found = read(place.served, system, session, place.opened)
    may = fault.whole if fault.whole and position == "first" else fault.ends
    ENDED[name, end(place.true, found)] += 1
    assert session.n_bites
    assert end(place.true, found) in may.split()
    for one in found:
        if one.rows:
            counts = (one.rows.kept.num_rows, len(one.rows.rejected))
            assert one.rows.n_read == sum(counts) + one.rows.n_duplicate


@pytest.mark.parametrize("system", SYSTEMS)
def test_every_fault_bites_every_system_unless_a_reason_is_given(
    disturbable, system: str
) -> None:
    heard = disturbable[system].heard
    never = {code(name) for name, fault in FAULTS.items() if not places(fault, heard)}
    assert never == {fault for fault, spared in UNHARMED.items() if system in spared}


def test_every_fault_of_the_catalogue_is_held() -> None:
    codes = {code(name) for name in FAULTS} | set(HELD_BY)
    wanted = [f"A{n:02}" for n in range(1, 29)] + [f"C{n:02}" for n in range(1, 13)]
    assert set(wanted) <= codes
    for test in HELD_BY.values():
        file, _, name = test.partition("::")
        text = Path(__file__).with_name(file).read_text()
        assert re.search(rf"^def {name}\(", text, re.MULTILINE)
