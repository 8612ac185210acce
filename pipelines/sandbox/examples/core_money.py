"""Example 3, Core: the five documents that its invoice export shows."""

from datetime import date
from decimal import Decimal

from pipelines.sandbox.draft import Draft
from pipelines.sandbox.invoicing import Invoice, Line, send

VAT = Decimal("0.20")


def bill_core(draft: Draft) -> None:
    """Write one right invoice and four that are wrong, each in its own way."""
    for invoice_id, customer, on, amount, project_id, status in (
        ("I-10", "CU-3", date(2026, 5, 6), "12000.00", "P-301", "issued"),
        ("I-11", "CU-3", date(2026, 5, 6), "12000.00", "P-301", "issued"),
        ("I-12", "CU-3", date(2026, 5, 12), "3500.00", None, "issued"),
        ("I-13", "CU-4", date(2026, 5, 20), "6000.00", "P-301", "issued"),
        ("I-14", "CU-3", date(2026, 5, 29), "999.00", None, "draft"),
    ):
        line = Line(
            Decimal(amount),
            "Progress of the renewal" if project_id else "Services",
            project_id,
            kind="progress" if project_id else "other",
            is_project_work=True if project_id else None,
        )
        send(draft, Invoice(invoice_id, customer, on, [line], tax=VAT, status=status))
    draft.unposted.add("I-11")
