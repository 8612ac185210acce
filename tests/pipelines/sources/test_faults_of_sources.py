"""Every fault, every system, first, middle and last answer: never a silent loss.

The tests run a sample in which every pair of fault and system, fault and position, and
system and position occurs; `make faults` runs the whole product.
"""

import os
from collections.abc import Iterator

import pytest

from pipelines.fetch import Reading
from pipelines.sandbox.server import Served
from tests.pipelines.sources.faults import FAULTS
from tests.pipelines.sources.faulty import SYSTEMS, Faulty, content, read, served

POSITIONS = ("first", "middle", "last")


def cases() -> list[tuple[str, str, str]]:
    whole = "FAULTS" in os.environ
    return [
        (fault, system, position)
        for n, fault in enumerate(FAULTS)
        for m, system in enumerate(SYSTEMS)
        for p, position in enumerate(POSITIONS)
        if whole or (n + m) % len(POSITIONS) == p
    ]


@pytest.fixture(scope="module")
def sandbox(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    with served(tmp_path_factory.mktemp("sandbox")) as found:
        yield found


@pytest.fixture(scope="module")
def undisturbed(sandbox) -> dict[str, tuple[list[Reading], int]]:
    found = {}
    for system in SYSTEMS:
        session = Faulty()
        readings = read(sandbox, system, session)
        assert [one.problem for one in readings if one.problem] == [], system
        found[system] = (readings, session.n_answers)
    return found


def end(true: list[Reading], found: list[Reading]) -> str:
    """Say how a disturbed reading ended, compared with an undisturbed one."""
    if all(one.rows is None for one in found):
        return "ended"
    pairs = list(zip(true, found, strict=True))
    told = [
        one.rows
        for one in found
        if one.rows and (one.rows.rejected or one.rows.flagged)
    ]
    if any(other.rows is None for _, other in pairs):
        return "held"
    if all(content(one) == content(other) for one, other in pairs):
        return "exact"
    return "told" if told else "silent"


@pytest.mark.parametrize("case", cases(), ids=", ".join)
def test_a_fault_ends_as_the_catalogue_says(sandbox, undisturbed, case) -> None:
    fault, system, position = case
    true, n_answers = undisturbed[system]
    at = {"first": 0, "middle": n_answers // 2, "last": n_answers - 1}[position]
    found = read(sandbox, system, Faulty((at, FAULTS[fault])), true)
    assert end(true, found) in FAULTS[fault].ends.split()
    for one in found:
        if one.rows:
            counts = (one.rows.kept.num_rows, len(one.rows.rejected))
            assert one.rows.n_read == sum(counts) + one.rows.n_duplicate
