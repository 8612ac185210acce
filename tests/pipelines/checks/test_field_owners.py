"""Every field has one owner, one direction, and amounts are never called drift."""

import csv

import pytest
from planted import PROJECT

from pipelines.common_model import TABLES

ROLES = {"crm", "psa", "accounting", "hr"}

AMOUNTS = {
    ("deal", "sold_amount"),
    ("project", "baseline_amount"),
    ("project", "current_amount"),
    ("change_order", "change_amount"),
    ("payment", "paid_amount"),
    ("journal", "recognised_amount"),
    ("person", "cost_rate"),
}


NOT_LOADED = {
    ("client", "industry_segment_region"),
    ("client", "payment_terms"),
    ("client", "client_status"),
    ("contact", "project_role"),
    ("contact", "consent"),
    ("deal", "scope_notes"),
    ("deal", "delivery_status"),
    ("match", "decision"),
}
"""Fields that no column states: they arrive in field_values, or never leave home."""


@pytest.fixture(scope="module")
def columns() -> list[dict[str, str]]:
    with (PROJECT / "seeds" / "field_columns.csv").open() as file:
        return list(csv.DictReader(file))


@pytest.fixture(scope="module")
def fields() -> list[dict[str, str]]:
    with (PROJECT / "seeds" / "field_owners.csv").open() as file:
        return list(csv.DictReader(file))


def test_there_are_61_fields_with_one_owner_each(fields: list[dict[str, str]]) -> None:
    assert len(fields) == 61
    assert len({(row["entity"], row["field"]) for row in fields}) == 61
    assert {row["owner"] for row in fields} == ROLES | {"plumbline"}


def test_an_owner_keeps_no_copy_of_its_own_field(fields: list[dict[str, str]]) -> None:
    for row in fields:
        readers = set(row["referenced_by"].split())
        assert readers <= ROLES
        assert row["owner"] not in readers


def test_a_field_that_is_copied_travels_from_one_system(
    fields: list[dict[str, str]],
) -> None:
    for row in fields:
        origin = row["direction"].removeprefix("from_")
        assert origin in ROLES | {"none"}
        assert origin not in row["referenced_by"].split()


def test_expected_planned_and_actual_are_never_compared(
    fields: list[dict[str, str]],
) -> None:
    never = {(r["entity"], r["field"]) for r in fields if r["compare_rule"] == "never"}
    assert never >= AMOUNTS


def test_every_loaded_column_states_a_field_or_says_why_not(
    columns: list[dict[str, str]],
) -> None:
    mapped = [(row["role"], row["table_name"], row["column_name"]) for row in columns]
    loaded = [(t.role, t.name, column.name) for t in TABLES for column in t.columns]

    assert sorted(mapped) == sorted(loaded)
    assert all(bool(row["field"]) != bool(row["ignored_because"]) for row in columns)


def test_columns_state_fields_that_have_an_owner(
    fields: list[dict[str, str]], columns: list[dict[str, str]]
) -> None:
    owned = {(row["entity"], row["field"]) for row in fields}
    stated = {(row["entity"], row["field"]) for row in columns if row["field"]}

    assert stated - owned == set()
    assert owned - stated == NOT_LOADED


def test_a_value_that_is_seeded_elsewhere_names_a_role(
    fields: list[dict[str, str]],
) -> None:
    assert {row["created_in"] for row in fields} <= ROLES | {"plumbline"}
    assert all(int(row["lag_hours"]) >= 24 for row in fields)
