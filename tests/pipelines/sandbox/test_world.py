"""The invented firm is the same firm every time, large enough, and hangs together."""

from datetime import date, datetime
from decimal import Decimal

import pytest

from pipelines.common_model import TABLES
from pipelines.sandbox.world import World, build_world

KINDS = {
    "text": str,
    "date": date,
    "timestamp": datetime,
    "boolean": bool,
}
REFERENCES = (
    ("crm", "contacts", "account_id", "accounts"),
    ("crm", "deals", "account_id", "accounts"),
    ("crm", "deal_lines", "deal_id", "deals"),
    ("crm", "deal_shares", "deal_id", "deals"),
    ("crm", "stage_history", "deal_id", "deals"),
    ("psa", "projects", "client_id", "clients"),
    ("psa", "time_entries", "project_id", "projects"),
    ("psa", "time_entries", "person_id", "people"),
    ("psa", "planned_work", "project_id", "projects"),
    ("psa", "change_orders", "project_id", "projects"),
    ("psa", "progress", "project_id", "projects"),
    ("psa", "rate_card", "project_id", "projects"),
    ("psa", "expenses", "project_id", "projects"),
    ("accounting", "invoices", "customer_id", "customers"),
    ("accounting", "invoice_lines", "invoice_id", "invoices"),
    ("accounting", "invoice_line_times", "invoice_line_id", "invoice_lines"),
    ("accounting", "line_adjustments", "invoice_line_id", "invoice_lines"),
    ("accounting", "payments", "invoice_id", "invoices"),
    ("accounting", "journal_lines", "account_code", "accounts"),
    ("accounting", "projects", "customer_id", "customers"),
    ("hr", "contracts", "employee_number", "employees"),
    ("hr", "time_off", "employee_number", "employees"),
)


def test_the_same_seed_and_day_give_the_same_records_in_the_same_order(
    world: World,
) -> None:
    assert build_world(world.seed, world.day).tables == world.tables


def test_another_seed_gives_another_firm(world: World) -> None:
    other = build_world(world.seed + 1, world.day)
    assert other.records("crm", "accounts") != world.records("crm", "accounts")


@pytest.mark.parametrize(
    ("role", "table", "least", "most"),
    [
        ("crm", "deals", 120, 140),
        ("psa", "projects", 100, 120),
        ("hr", "employees", 58, 62),
        ("psa", "time_entries", 29000, 33000),
        ("accounting", "invoices", 1450, 1750),
    ],
)
def test_the_firm_has_the_size_it_should(
    world: World, role: str, table: str, least: int, most: int
) -> None:
    assert least <= len(world.records(role, table)) <= most


def test_every_record_has_exactly_the_columns_of_the_common_model_and_their_types(
    world: World,
) -> None:
    for table in TABLES:
        kinds = {c.name: KINDS.get(c.kind, Decimal) for c in table.columns}
        for row in world.records(table.role, table.name):
            assert row.keys() == kinds.keys()
            for column, value in row.items():
                is_right = value is None or type(value) in (kinds[column], int)
                assert is_right, (table.name, column, value)


def test_required_columns_are_never_empty_and_keys_are_unique(world: World) -> None:
    for table in TABLES:
        rows = world.records(table.role, table.name)
        keys = [tuple(row[column] for column in table.key) for row in rows]
        assert len(set(keys)) == len(keys), table.name
        for column in table.columns:
            if column.is_required:
                assert all(row[column.name] is not None for row in rows), column.name


@pytest.mark.parametrize(("role", "table", "column", "parents"), REFERENCES)
def test_every_reference_names_a_record_that_exists(
    world: World, role: str, table: str, column: str, parents: str
) -> None:
    key = next(iter(world.records(role, parents)[0]))
    known = {row[key] for row in world.records(role, parents)}
    assert {row[column] for row in world.records(role, table)} <= known


def test_one_deal_was_signed_half_an_hour_before_a_month_ended_in_new_york(
    world: World,
) -> None:
    late = [
        deal
        for deal in world.records("crm", "deals")
        if deal["closed_at"] and deal["closed_at"].date() != deal["close_date"]
    ]
    assert [(d["close_date"].month, d["closed_at"].month) for d in late] in (
        [(m, m % 12 + 1)] for m in range(1, 13)
    )


def test_three_currencies_and_four_billing_types_are_in_use(world: World) -> None:
    projects = world.records("psa", "projects")
    assert {row["currency_code"] for row in projects} == {"USD", "EUR", "GBP"}
    assert {row["billing_type"] for row in projects} == {
        "time_and_materials",
        "fixed_fee",
        "retainer",
        "internal",
    }


def test_a_day_before_the_first_is_refused() -> None:
    with pytest.raises(ValueError, match="2026-05-30 is earlier"):
        build_world(2026, date(2026, 5, 30))
