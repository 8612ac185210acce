"""Example 2, Bolt: what was done, billed and paid, in euros."""

from datetime import date, timedelta
from decimal import Decimal

from pipelines.sandbox.dates import working_days
from pipelines.sandbox.delivering import progress
from pipelines.sandbox.draft import Draft, Row
from pipelines.sandbox.examples.people import ANALYST_ABROAD, SENIOR_ABROAD
from pipelines.sandbox.invoicing import Invoice, Line, pay, send
from pipelines.sandbox.timesheets import log


def work_on_bolt(draft: Draft, projects: dict[str, Row]) -> None:
    """Write the progress and the time of Bolt's projects."""
    reached = {
        date(2025, 11, 28): 20,
        date(2026, 1, 30): 40,
        date(2026, 3, 31): 50,
        date(2026, 5, 29): 60,
    }
    progress(draft, projects["P-A"], reached)
    progress(draft, projects["P-B"], {date(2026, 4, 30): 70, date(2026, 5, 29): 100})
    for prefix, project_id, person, role, first, hours in (
        ("TA1", "P-A", SENIOR_ABROAD, "senior", date(2025, 11, 3), 120),
        ("TA2", "P-A", SENIOR_ABROAD, "senior", date(2026, 1, 5), 120),
        ("TB1", "P-B", ANALYST_ABROAD, "analyst", date(2026, 4, 1), 160),
    ):
        days = working_days(first, date(2026, 5, 15))
        log(
            draft,
            prefix,
            project_id,
            person,
            days,
            hours=Decimal(hours),
            role=role,
            bill_rate=None,
        )


def bill_bolt(draft: Draft) -> None:
    """Write three invoices in euros and two payments."""
    for invoice_id, project_id, on, amount, paid_rate in (
        ("I-1", "P-A", date(2025, 12, 5), "15000.00", "1.10"),
        ("I-2", "P-A", date(2026, 2, 6), "30000.00", "1.06"),
        ("I-3", "P-B", date(2026, 5, 6), "20000.00", None),
    ):
        line = Line(Decimal(amount), "Stage payment", project_id, kind="progress")
        invoice = send(
            draft,
            Invoice(
                invoice_id,
                "CU-2",
                on,
                [line],
                currency="EUR",
                status="paid" if paid_rate else "issued",
            ),
        )
        if paid_rate:
            pay(
                draft,
                f"PAY-{invoice_id}",
                invoice,
                on + timedelta(days=28),
                Decimal(amount),
                exchange_rate=Decimal(paid_rate),
            )
