"""The invented firm's hours and plans as Kantata has them."""

from datetime import date, timedelta

from pipelines.sandbox.speaks.kantata_records import (
    BASE,
    Told,
    cents,
    live,
    moment,
    numbered,
    role_ids,
)
from pipelines.sandbox.speaks.quickbooks_words import Row, World, noted


def time_entries(world: World) -> Told:
    """Return the hours, in minutes."""
    roles = role_ids(world)
    return [
        {
            "id": row["time_entry_id"],
            "workspace_id": row["project_id"],
            "user_id": row["person_id"],
            "role_id": roles.get(row["role"]),
            "date_performed": str(row["work_date"]),
            "time_in_minutes": int(row["hours"] * 60),
            "billable": row["is_billable"],
            "rate_in_cents": cents(row["bill_rate"]),
            "currency_base_unit": BASE,
            "approved": row["status"] == "approved",
            "active_submission_id": (
                "1" if row["status"] in ("submitted", "approved") else None
            ),
            "notes": noted(None, row, "non_billable_reason"),
            "updated_at": moment(row["updated_at"]),
        }
        for row in live(world, "time_entries")
    ]


def expenses(world: World) -> Told:
    """Return the expenses."""
    return [
        {
            "id": row["expense_id"],
            "workspace_id": row["project_id"],
            "user_id": row["person_id"],
            "date": str(row["expense_date"]),
            "amount_in_cents": cents(row["expense_amount"]),
            "currency": row["currency_code"],
            "currency_base_unit": BASE,
            "is_billable": row["is_billable"],
        }
        for row in live(world, "expenses")
    ]


def resources(world: World) -> Told:
    """Return who works on which project, one resource for each allocation."""
    return numbered(
        [
            {
                "workspace_id": row["project_id"],
                "user_id": row["person_id"],
                "role_name": row["role"],
            }
            for row in world.records("psa", "allocations")
        ]
    )


def allocations(world: World) -> Told:
    """Return the allocations, in minutes of the whole time."""
    return numbered(
        [
            {
                "workspace_id": row["project_id"],
                "workspace_resource_id": str(n),
                "start_date": str(row["from_date"]),
                "end_date": str(row["to_date"]),
                "minutes": int(row["hours_per_day"] * 60 * _working_days(row)),
                "hard": row["is_soft"] is False,
            }
            for n, row in enumerate(world.records("psa", "allocations"), start=1)
        ]
    )


def _working_days(row: Row) -> int:
    first: date = row["from_date"]
    days = (row["to_date"] - first).days + 1
    return sum((first + timedelta(n)).weekday() < 5 for n in range(days)) or days


def time_off(world: World) -> Told:
    """Return the days off."""
    return numbered(
        [
            {
                "user_id": row["person_id"],
                "requested_date": str(row["off_date"]),
                "hours": row["off_hours"],
                "submission_date": row["created_at"] and str(row["created_at"].date()),
            }
            for row in world.records("psa", "time_off")
        ]
    )
