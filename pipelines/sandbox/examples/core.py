"""Example 3, Core with Dune: the client on which everything went wrong.

The copied invoice I-11 never reached the ledger, and the books recognise Core's revenue
when they invoice: recognised equals billed.
"""

from datetime import date
from decimal import Decimal

from pipelines.sandbox.clients import Client, Names, keep
from pipelines.sandbox.dates import at, working_days
from pipelines.sandbox.delivering import (
    Project,
    change_order,
    plan,
    progress,
    set_up,
)
from pipelines.sandbox.draft import Draft, Row
from pipelines.sandbox.examples.core_money import bill_core
from pipelines.sandbox.examples.people import ANALYST, SENIOR
from pipelines.sandbox.selling import Deal, Item, sell
from pipelines.sandbox.timesheets import log

NAME = "Core systems renewal"
START, END = date(2026, 4, 1), date(2026, 8, 31)


def write_core(draft: Draft) -> None:
    """Write Core: reported 112,000, sold 73,000, planned 39,000, billed 21,500."""
    for number, name in ((3, "Core"), (4, "Dune")):
        keep(
            draft,
            Client(
                f"AC-{number}",
                f"CL-{number}",
                f"CU-{number}",
                Names(f"{name} Ltd", name, f"{name} Limited", f"{name} Limited"),
                f"{name.lower()}.example",
                date(2025, 12, 1),
                country="GB",
                city="Hull",
            ),
        )
    _sell(draft)
    _deliver(draft)
    bill_core(draft)


def _sell(draft: Draft) -> None:
    for deal_id, name, close, amount in (
        ("D-201", NAME, date(2026, 2, 10), 45000),
        ("D-201b", f"{NAME} (copy)", date(2026, 2, 12), 45000),
        ("D-202", "Core data quality review", date(2026, 5, 10), 20000),
        ("D-203", "Core training", date(2026, 5, 27), 8000),
    ):
        price = Decimal(amount)
        is_first = deal_id == "D-201"
        sell(
            draft,
            Deal(
                deal_id,
                "AC-3",
                name,
                close,
                [Item(name, Decimal(1), price, price, "P-301" if is_first else None)],
                start=START if close < START else date(2026, 7, 1),
                end=END,
                is_handed_over=is_first,
                project_id="P-301" if is_first else None,
            ),
        )


def _deliver(draft: Draft) -> None:
    original, copy = (
        set_up(
            draft,
            Project(
                project_id,
                "CL-3",
                name,
                "fixed_fee",
                created,
                START,
                END,
                Decimal("45000.00"),
                deal_id="D-201",
                customer_id=customer_id,
            ),
        )
        for project_id, name, created, customer_id in (
            ("P-301", NAME, date(2026, 2, 13), "CU-3"),
            ("P-301x", f"{NAME} (copy)", date(2026, 2, 16), None),
        )
    )
    draft.unaccrued |= {original["project_id"], copy["project_id"]}
    less, why = Decimal("-4000.00"), "One module less"
    change_order(draft, original, "CO-9", less, at(date(2026, 4, 20)), why=why)
    _edit(draft, original)
    by_month = {date(2026, 4 + n, 1): t * 1000 for n, t in enumerate((10, 10, 7, 6, 6))}
    plan(draft, "P-301", {month: Decimal(fee) for month, fee in by_month.items()})
    progress(draft, original, {date(2026, 4, 30): 30, date(2026, 5, 29): 50})
    for prefix, person, role, first in (
        ("TC1", SENIOR, "senior", date(2026, 4, 8)),
        ("TC2", ANALYST, "analyst", START),
    ):
        days = working_days(first, date(2026, 4, 30))
        hours = Decimal(100)
        log(
            draft, prefix, "P-301", person, days, hours=hours, role=role, bill_rate=None
        )


def _edit(draft: Draft, project: Row) -> None:
    now = Decimal("39000.00")
    draft.change(
        "psa",
        "project",
        project,
        "current_amount",
        now,
        record_id="P-301",
        at=at(date(2026, 5, 14), 18),
        by="pm.lee",
    )
    draft.change(
        "crm",
        "deal",
        draft.get("crm", "deals", "D-201"),
        "net_amount",
        now,
        record_id="D-201",
        at=at(date(2026, 5, 15), 15),
        by="pm.lee",
    )
