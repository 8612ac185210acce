"""What people do to time sheets, invoices and payments on a later day."""

from datetime import date
from decimal import Decimal

from pipelines.sandbox.dates import at
from pipelines.sandbox.draft import Draft
from pipelines.sandbox.events import first, touch
from pipelines.sandbox.invoicing import pay


def log_late(draft: Draft, on: date) -> None:
    """Hand in time for days in May."""
    like = next(
        row
        for row in reversed(draft.rows("psa", "time_entries"))
        if row["work_date"] <= date(2026, 5, 21) and row["bill_rate"]
    )
    for position in range(3):
        late = {
            "time_entry_id": str(990001 + position),
            "work_date": date(2026, 5, 19 + position),
            "hours": Decimal(2),
            "status": "submitted",
            "submitted_at": at(on, 16),
            "approved_at": None,
            "approved_by": None,
            "updated_at": at(on, 16),
        }
        draft.add("psa", "time_entries", **like | late)


def delete_entry(draft: Draft, on: date) -> None:
    """Delete one time entry that waited for approval."""
    waiting = first(draft, "psa", "time_entries", status="submitted")
    touch(waiting, at(on, 18), is_deleted=True)


def approve_week(draft: Draft, on: date) -> None:
    """Approve the last week of May."""
    for entry in draft.rows("psa", "time_entries"):
        is_last_week = entry["work_date"] >= date(2026, 5, 25)
        if entry["status"] == "submitted" and is_last_week and not entry["is_deleted"]:
            approved = {"status": "approved", "approved_at": at(on, 15)}
            touch(entry, at(on, 15), **approved, approved_by="pm.lee@meridian.example")


def void_copy(draft: Draft, on: date) -> None:
    """Void an invoice that was issued twice."""
    copies = (draft.get("accounting", "invoices", i) for i in sorted(draft.uncounted))
    touch(next(copies), at(on, 16), status="void")


def receive(draft: Draft, on: date) -> None:
    """Receive the payment of one invoice."""
    due = first(draft, "accounting", "invoices", status="issued", kind="invoice")
    lines = draft.lines_of(due["invoice_id"])
    gross = sum((n["line_amount"] + n["tax_amount"] for n in lines), Decimal(0))
    pay(draft, "99001", due, on, gross)
    touch(due, at(on, 16), status="paid")
