"""Every reason moves its own step by its own amount in every scope, nothing else."""

import csv
from collections import Counter
from pathlib import Path

import pytest

from tests.dbt.revenue.cases import Case
from tests.dbt.revenue.small_books import Steps, steps
from tests.dbt.revenue.table import CASES, twin
from tests.dbt.small_firm import ask

ROOT = Path(__file__).parents[3]
SCOPES = ("client", "project", "deal", "service")
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


def test_what_moves_a_client_moves_the_firm_and_its_company_as_much(
    books: Path,
) -> None:
    """Every step and month: the firm is its clients, and companies are the firm."""
    summed = {
        scope: dict(
            ask(
                books,
                "select (period, segment, driver, driver_class), sum(step_amount) "
                f"from marts.revenue_bridge where {told} "
                "group by all having sum(step_amount) != 0",
            )
        )
        for scope, told in {
            "firm": "scope_kind = 'firm'",
            "client": "scope_kind = 'client'",
        }.items()
    }
    assert summed["firm"] == summed["client"]
    companies = ask(
        books,
        "with ours as (select month as period, segment, driver, driver_class, "
        "contribution_amount as step_amount from marts.revenue_contributions "
        "where is_intercompany and segment is not null), "
        "firm as (select period, segment, driver, driver_class, step_amount "
        "from marts.revenue_bridge where scope_kind = 'firm' union all from ours "
        "union all select * replace ('to_date' as period) from ours), "
        "company as (select period, segment, driver, driver_class, step_amount "
        "from marts.revenue_bridge where scope_kind = 'company'), "
        "gap as (from firm union all select * replace (-step_amount as step_amount) "
        "from company) select period, segment, driver, driver_class from gap "
        "group by all having sum(step_amount) != 0",
    )
    assert companies == []


def test_every_reason_of_the_catalogue_has_a_case() -> None:
    with (ROOT / "dbt_project" / "seeds" / "drivers.csv").open() as opened:
        drivers = {row["driver"] for row in csv.DictReader(opened)}
    told = {step.split("/")[1] for case in CASES for step in case.moves}
    assert told | ONLY_MOVING == drivers
