"""Every field has one owner, one direction, and amounts are never called drift."""

import csv

import pytest
from planted import PROJECT

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
