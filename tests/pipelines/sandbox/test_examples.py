"""The records of Acme, Bolt and Core add up to what was worked out by hand."""

from decimal import Decimal

import pytest

from pipelines.sandbox.world import World


def recognised(world: World, *projects: str | None) -> Decimal:
    return sum(
        (
            line["net_credit_amount"]
            for line in world.records("accounting", "journal_lines")
            if line["account_code"] == "4000" and line["psa_project_id"] in projects
        ),
        Decimal(0),
    )


def billed(world: World, customer: str, statuses: tuple[str, ...]) -> Decimal:
    invoices = {
        row["invoice_id"]
        for row in world.records("accounting", "invoices")
        if row["customer_id"] == customer and row["status"] in statuses
    }
    return sum(
        (
            line["line_amount"]
            for line in world.records("accounting", "invoice_lines")
            if line["invoice_id"] in invoices
        ),
        Decimal(0),
    )


def gross(world: World, customer: str) -> Decimal:
    invoices = {
        row["invoice_id"]
        for row in world.records("accounting", "invoices")
        if row["customer_id"] == customer
    }
    return sum(
        (
            line["line_amount"] + line["tax_amount"]
            for line in world.records("accounting", "invoice_lines")
            if line["invoice_id"] in invoices
        ),
        Decimal(0),
    )


def test_acme_is_delivered_billed_and_recognised_as_worked_out(world: World) -> None:
    time = [
        e for e in world.records("psa", "time_entries") if e["project_id"] == "P-101"
    ]
    assert sum(e["hours"] * e["bill_rate"] for e in time) == Decimal("44200")
    waiting = [e for e in time if e["approved_at"] is None]
    assert sum(e["hours"] * e["bill_rate"] for e in waiting) == Decimal("1320")
    assert billed(world, "CU-1", ("issued", "paid")) == Decimal("36480.00")
    assert gross(world, "CU-1") == Decimal("43776.00")
    assert recognised(world, "P-101") == Decimal("41280.00")


def test_no_entry_of_acme_is_longer_than_a_day(world: World) -> None:
    assert max(e["hours"] for e in world.records("psa", "time_entries")) <= 8


def test_bolt_is_billed_and_recognised_as_worked_out(world: World) -> None:
    assert billed(world, "CU-2", ("issued", "paid")) == Decimal("65000.00")
    assert recognised(world, "P-A", "P-B", "P-C") == Decimal("67260.00")
    payments = [p for p in world.records("accounting", "payments")]
    paid = [p for p in payments if p["customer_id"] == "CU-2"]
    dollars = sum(p["paid_amount"] * p["exchange_rate"] for p in paid)
    assert dollars == Decimal("48300")


@pytest.mark.parametrize(
    ("project_id", "planned", "to_date"),
    [
        ("P-A", 60000, 40000),
        ("P-B", 26000, 26000),
        ("P-C", 30000, 10000),
        ("P-301", 39000, 20000),
        ("P-101", 61600, 42400),
    ],
)
def test_plans_have_the_total_and_the_part_to_date(
    world: World, project_id: str, planned: int, to_date: int
) -> None:
    rows = [
        row
        for row in world.records("psa", "planned_work")
        if row["project_id"] == project_id
    ]
    assert sum(row["planned_amount"] for row in rows) == planned
    past = [row for row in rows if row["month"] <= world.day]
    assert sum(row["planned_amount"] for row in past) == to_date


def test_core_reports_what_it_should_and_dune_holds_one_invoice(world: World) -> None:
    deals = [d for d in world.records("crm", "deals") if d["account_id"] == "AC-3"]
    assert sum(deal["net_amount"] for deal in deals) == Decimal("112000")
    assert gross(world, "CU-3") == Decimal("34198.80")
    assert gross(world, "CU-4") == Decimal("7200.00")
