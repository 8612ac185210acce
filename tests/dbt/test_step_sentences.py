"""Each cause reads well: one record and many, a cent and millions, any currency."""

import csv
from decimal import Decimal
from pathlib import Path

import duckdb
import jinja2
import pytest

from tests.house import prose

PROJECT = Path(__file__).parents[2] / "dbt_project"
MACROS = (PROJECT / "macros" / "step_words.sql").read_text()
DRIVERS = list(csv.DictReader((PROJECT / "seeds" / "drivers.csv").open()))
TOLD = ("driver", "sentence_one", "sentence_many")
AMOUNTS = [
    (Decimal("0.01"), "0.01"),
    (Decimal("0.00"), "0.00"),
    (Decimal("9.99"), "9.99"),
    (Decimal("-10.49"), "10"),
    (Decimal("-3600.50"), "3,601"),
    (Decimal("12345678901.23"), "12,345,678,901"),
]
Told = tuple[str, str, str, int]
"""Sentence, driver, the amount with its currency, and how many records."""
RECORDS = [(1, "D-201"), (2, "D-201, D-202"), (5, "D-201, D-202, D-203")]
ALL = """
select {{ step_sentence('drivers', 'steps', 'firm') }} as said, steps.*, drivers.driver
from drivers, steps, firm
"""


@pytest.fixture(scope="module")
def told() -> list[Told]:
    """Every sentence with its driver, the amount as it must be written, and records."""
    sql = jinja2.Environment(autoescape=False).from_string(MACROS + ALL).render()
    rows = [
        (amount, written, currency, n, names)
        for amount, written in AMOUNTS
        for currency in ("USD", "JPY")
        for n, names in RECORDS
    ]
    with duckdb.connect() as opened:
        opened.execute("create table firm as select date '2026-05-31' as as_of")
        opened.execute(
            "create table drivers (driver text, sentence_one text, sentence_many text)"
        )
        opened.executemany(
            "insert into drivers values (?, ?, ?)",
            [
                [row[c] for c in ("driver", "sentence_one", "sentence_many")]
                for row in DRIVERS
            ],
        )
        opened.execute(
            "create table steps (step_amount decimal(18, 2), written text, "
            "currency_code text, n_records int, record_names text)"
        )
        opened.executemany("insert into steps values (?, ?, ?, ?, ?)", rows)
        found = opened.sql(sql)
        return found.select(
            "said, driver, currency_code || ' ' || written, n_records"
        ).fetchall()


def test_every_driver_is_told_in_every_situation(
    told: list[Told],
) -> None:
    assert len(told) == len(DRIVERS) * len(AMOUNTS) * len(RECORDS) * 2
    wrong = {said: found for said, *_ in told if (found := prose.faults(said))}
    assert wrong == {}


@pytest.mark.parametrize("row", DRIVERS, ids=lambda row: row["driver"])
def test_a_label_is_short_and_an_action_is_a_sentence(row: dict[str, str]) -> None:
    assert prose.faults(f"{row['label']}.") == []
    assert prose.faults(row["action"]) == []


def test_no_sentence_needs_more_than_eight_years_of_school(
    told: list[Told],
) -> None:
    grades = {said: prose.grade(said) for said, *_ in told}
    assert {
        said for said, grade in grades.items() if grade > prose.HIGHEST_GRADE
    } == set()


def test_the_amount_in_words_is_the_tables_amount(
    told: list[Told],
) -> None:
    without = {
        (row["driver"], n == 1)
        for row in DRIVERS
        for n in (1, 2)
        if "{amount}" not in row["sentence_one" if n == 1 else "sentence_many"]
    }
    missing = [
        (driver, said)
        for said, driver, amount, n in told
        if amount not in said and (driver, n == 1) not in without
    ]
    assert missing == []
