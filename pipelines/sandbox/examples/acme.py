"""Example 1, Acme: time and materials, every record right, only business in between."""

from datetime import date
from decimal import Decimal

from pipelines.sandbox.clients import Client, Names, keep
from pipelines.sandbox.dates import at
from pipelines.sandbox.delivering import Project, change_order, plan, set_up
from pipelines.sandbox.draft import Draft
from pipelines.sandbox.examples.acme_money import PROJECT, bill_acme, log_acme
from pipelines.sandbox.selling import Deal, Item, sell

START, END = date(2026, 2, 2), date(2026, 6, 30)


def write_acme(draft: Draft) -> None:
    """Write Acme: sold 58,000, plan 61,600, delivered 44,200, billed 36,480."""
    keep(
        draft,
        Client(
            "AC-1",
            "CL-1",
            "CU-1",
            Names("Acme Ltd", "ACME Limited", "Acme Limited", "Acme Limited"),
            "acme.example",
            date(2025, 11, 3),
            country="GB",
            city="Leeds",
        ),
    )
    hours = Decimal(200)
    sell(
        draft,
        Deal(
            "D-101",
            "AC-1",
            "Acme reporting programme",
            date(2026, 1, 15),
            [
                Item("Senior days", hours, Decimal(200), Decimal(180), PROJECT),
                Item("Analyst days", hours, Decimal(120), Decimal(110), PROJECT),
            ],
            billing_type="time_and_materials",
            start=START,
            end=END,
            project_id=PROJECT,
        ),
    )
    _plan(draft)
    bill_acme(draft, log_acme(draft))


def _plan(draft: Draft) -> None:
    project = set_up(
        draft,
        Project(
            PROJECT,
            "CL-1",
            "Acme reporting programme",
            "time_and_materials",
            date(2026, 1, 19),
            START,
            END,
            Decimal("58000.00"),
            deal_id="D-101",
            customer_id="CU-1",
        ),
    )
    change_order(
        draft,
        project,
        "CO-1",
        Decimal("3600.00"),
        at(date(2026, 3, 10)),
        why="More scope",
    )
    months = [date(2026, month, 1) for month in range(2, 7)]
    for role, rate, planned in (
        ("senior", 180, (100, 0, 20, 30, 70)),
        ("analyst", 110, (100, 20, 0, 20, 60)),
    ):
        by_month = {m: Decimal(h) for m, h in zip(months, planned, strict=True) if h}
        plan(draft, PROJECT, by_month, role=role, bill_rate=Decimal(rate))
    for role, rate, since, until in (
        ("senior", 180, date(2026, 1, 15), date(2026, 4, 30)),
        ("senior", 185, date(2026, 5, 1), None),
        ("analyst", 110, date(2026, 1, 15), None),
        ("principal", 250, date(2026, 1, 15), None),
    ):
        draft.add(
            "psa",
            "rate_card",
            project_id=PROJECT,
            role=role,
            bill_rate=Decimal(rate),
            valid_from=since,
            valid_to=until,
            approved_at=at(since),
        )
