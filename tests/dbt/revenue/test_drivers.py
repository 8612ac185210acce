"""Every reason moves its own step by its own amount in every scope, nothing else."""

import csv
from collections import Counter
from pathlib import Path

import pytest

from tests.dbt.revenue.cases import Case
from tests.dbt.revenue.small_books import Steps, steps
from tests.dbt.revenue.table import CASES, twin

ROOT = Path(__file__).parents[3]
SCOPES = ("client", "project", "deal")
ONLY_MOVING = {"phasing", "date_moved", "wrong_client_link", "client_legal_succession"}
"""Reasons that move money from month to month or client to client: see test_moves."""


@pytest.fixture(scope="session")
def found(books: Path) -> dict[str, dict[str, Steps]]:
    """Return the steps to date by scope and contract."""
    return {scope: steps(books, scope) for scope in SCOPES}


def moved(faulty: Steps, base: Steps) -> Steps:
    difference = Counter(faulty)
    difference.subtract(base)
    return {step: amount for step, amount in difference.items() if amount}


@pytest.mark.parametrize("scope", SCOPES)
@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_a_case_moves_its_own_steps_and_nothing_else(
    found: dict[str, dict[str, Steps]], case: Case, scope: str
) -> None:
    by_key = found[scope]
    base = by_key[twin(case.base)]
    assert moved(by_key.get(case.name, base), base) == case.expected(scope)


def test_a_clean_contract_has_no_fault_and_nothing_without_a_reason(
    found: dict[str, dict[str, Steps]],
) -> None:
    for base in {case.base for case in CASES}:
        classes = {step.rpartition("/")[2] for step in found["client"][twin(base)]}
        assert classes <= {"L", "T"}


def test_every_reason_of_the_catalogue_has_a_case() -> None:
    with (ROOT / "dbt_project" / "seeds" / "drivers.csv").open() as opened:
        drivers = {row["driver"] for row in csv.DictReader(opened)}
    told = {step.split("/")[1] for case in CASES for step in case.moves}
    assert told | ONLY_MOVING == drivers
