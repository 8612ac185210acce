"""The invented firm's hours and expenses as Harvest has them."""

from decimal import Decimal

from pipelines.sandbox.speaks.harvest_records import Told, live, moment, number
from pipelines.sandbox.speaks.quickbooks_words import World, noted


def time_entries(world: World) -> Told:
    """Return the hours; the task says in which role somebody worked."""
    return [
        {
            "id": number(row["time_entry_id"]),
            "spent_date": str(row["work_date"]),
            "hours": row["hours"] * Decimal("1.0"),
            "billable": row["is_billable"],
            "billable_rate": row["bill_rate"],
            "approval_status": _approval(row["status"]),
            "is_closed": row["status"] == "approved",
            "notes": noted(None, row, "non_billable_reason"),
            "updated_at": moment(row["updated_at"]),
            "project": {"id": number(row["project_id"])},
            "user": {"id": number(row["person_id"])},
            "task": {"name": row["role"]},
        }
        for row in live(world, "time_entries")
    ]


def expenses(world: World) -> Told:
    """Return the expenses."""
    return [
        {
            "id": number(row["expense_id"]),
            "spent_date": str(row["expense_date"]),
            "total_cost": row["expense_amount"],
            "billable": row["is_billable"],
            "approval_status": _approval(row["status"]),
            "is_closed": row["status"] == "approved",
            "updated_at": f"{row['expense_date']}T12:00:00Z",
            "project": {"id": number(row["project_id"])},
            "user": row["person_id"] and {"id": number(row["person_id"])},
            "client": {"currency": row["currency_code"]},
        }
        for row in live(world, "expenses")
    ]


def _approval(status: str | None) -> str:
    return status if status in ("submitted", "approved") else "unsubmitted"
