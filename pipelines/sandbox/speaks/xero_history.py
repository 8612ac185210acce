"""Who changed what in the invented firm's books, as Xero's histories say it."""

from datetime import date
from typing import Any

from pipelines.sandbox.speaks.xero_words import World, msdate

FIELDS = {
    "customer_name": "Name",
    "due_date": "Due Date",
    "invoice_date": "Date",
    "invoice_number": "Invoice Number",
    "status": "Status",
}


def history(world: World, number_of: str) -> list[dict[str, Any]]:
    """Return what a document's history says, newest first."""
    told = [
        row
        for row in world.records("accounting", "field_changes")
        if row["record_id"] == number_of
    ]
    return [
        {
            "Changes": "Edited",
            "DateUTC": msdate(row["changed_at"]),
            "DateUTCString": row["changed_at"].isoformat(),
            "User": row["changed_by"],
            "Details": f"{FIELDS.get(row['field'], row['field'])} changed from "
            f"{_said(row['old_value'])} to {_said(row['new_value'])}.",
        }
        for row in sorted(told, key=lambda row: row["changed_at"], reverse=True)
    ]


def _said(value: str | None) -> str:
    try:
        return f"{date.fromisoformat(value or ''):%d %b %Y}"
    except ValueError:
        return value or ""
