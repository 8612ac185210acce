"""The second calculation itself: the examples worked by hand, and its few rules."""

import csv
from dataclasses import replace
from datetime import date
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import pytest

from pipelines.firm import read_firm
from tests.oracle.calculation import calculated
from tests.oracle.cents import cents, spread
from tests.oracle.days import Days
from tests.oracle.facts import Facts
from tests.oracle.published import facts_of, numbers_of

ROOT = Path(__file__).parents[2]
ACCOUNTS = {"AC-1": "Acme", "AC-2": "Bolt", "AC-3": "Core", "AC-4": "Dune"}


@pytest.fixture(scope="module")
def warehouse_of_the_sample(sample_build: Path) -> Path:
    return (sample_build / "current").resolve() / "warehouse.duckdb"


@pytest.fixture(scope="module")
def facts(warehouse_of_the_sample: Path) -> Facts:
    """Return what the four worked clients have, and nothing else."""
    whole = facts_of(warehouse_of_the_sample, read_firm(ROOT / "firm.toml"))
    names = {whole.client_of["crm", one]: name for one, name in ACCOUNTS.items()}
    known = {
        record: names[client]
        for record, client in whole.client_of.items()
        if client in names
    }
    belongs = {
        ("crm", "deals"): ("crm", "account_id"),
        ("psa", "projects"): ("psa", "client_id"),
        ("accounting", "invoices"): ("accounting", "customer_id"),
        ("accounting", "payments"): ("accounting", "customer_id"),
    }
    rows = dict(whole.rows)
    for place, (role, column) in belongs.items():
        rows[place] = [row for row in rows[place] if (role, row[column]) in known]
    theirs = {row["project_id"] for row in rows["psa", "projects"]}
    theirs |= {row["invoice_id"] for row in rows["accounting", "invoices"]}
    rows["accounting", "journal_lines"] = [
        row
        for row in rows["accounting", "journal_lines"]
        if theirs & {row["psa_project_id"], row["source_id"]}
    ]
    return replace(whole, rows=rows, client_of=known, kept={})


def test_the_worked_examples_come_out_of_the_second_calculation(facts: Facts) -> None:
    with (ROOT / "tests" / "worked_examples.csv").open() as file:
        worked = {
            (row["client"], row["segment"], row["name"], row["driver_class"]): cents(
                Fraction(row["amount"]) * 100
            )
            for row in csv.DictReader(file)
        }
    book = calculated(facts)
    found = {
        (client, "", anchor, ""): amount
        for (kind, client, period, anchor), amount in book.numbers().items()
        if (kind, period) == ("client", "to_date")
    } | {
        (client, *step): amount
        for (kind, client, period, *step), amount in book.bridges().items()
        if (kind, period) == ("client", "to_date")
    }
    steps = {key for key in found if key[1] and key[0] in ACCOUNTS.values()}
    assert steps == {key for key in worked if key[1]}
    assert {key: found.get(key, 0) for key in worked} == worked


def test_parts_of_a_spread_sum_to_the_whole() -> None:
    months = {f"2026-0{n}": 1 for n in range(1, 8)}
    expected = [1428571, 1428572, 1428571, 1428572, 1428571, 1428572, 1428571]
    assert list(spread(10000000, months).values()) == expected


def test_a_day_near_a_month_end_counts_in_the_firms_own_month(facts: Facts) -> None:
    weeks = Days(replace(facts, months="4-4-5"))
    assert weeks.month(date(2026, 1, 25)) == "2026-01"
    assert weeks.month(date(2026, 1, 26)) == "2026-02"
    assert weeks.month_end("2026-03") == date(2026, 3, 29)


def test_a_part_of_a_deal_falls_in_the_months_of_its_own_lines(
    warehouse_of_the_sample: Path,
) -> None:
    late = {
        key: Decimal(amount) / 100
        for key, amount in numbers_of(warehouse_of_the_sample).items()
        if key[:2] == ("project", "P-C") and key[3] == "expected"
        if "2026-08" <= key[2] < "no_date"
    }
    assert late == {}
