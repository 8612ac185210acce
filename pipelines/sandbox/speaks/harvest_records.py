"""The invented firm's clients, projects and people as Harvest has them."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from pipelines.sandbox.speaks.quickbooks_words import Row, World, noted

NOTED = (
    "crm_deal_id",
    "baseline_amount",
    "percent_complete",
    "cap_amount",
    "progress_method",
    "retainer_method",
    "billing_cycle",
    "service_code",
    "is_template",
    "is_test",
    "is_legacy",
    "is_at_risk",
    "is_intercompany",
    "status",
)
"""What Harvest has no field for, and the firm writes behind a project's notes."""

Told = list[dict[str, Any]]


def moment(value: datetime | None) -> str | None:
    """Return a moment as Harvest writes it."""
    return f"{value.isoformat()}Z" if value else None


def number(text: str) -> int | str:
    """Return the id as a number; a comparison of systems may keep the firm's own."""
    return int(text) if text.isdigit() else text


def live(world: World, table: str) -> list[Row]:
    """Return the records of a table that were not deleted."""
    rows = world.records("psa", table)
    return [row for row in rows if not row.get("is_deleted")]


def clients(world: World) -> Told:
    """Return the clients."""
    return [
        {
            "id": number(row["client_id"]),
            "name": row["client_name"],
            "is_active": True,
            "address": row["street"] and f"{row['street']}\n{row['city'] or ''}",
            "currency": row["currency_code"] or "USD",
            "created_at": moment(row["created_at"]),
            "updated_at": moment(row["updated_at"]),
        }
        for row in live(world, "clients")
    ]


def projects(world: World) -> Told:
    """Return the projects: fixed fee, monthly budget, or by the hour."""
    known = {told["id"]: told for told in clients(world)}
    return [
        _project(row, known.get(number(row["client_id"]), {}))
        for row in live(world, "projects")
    ]


def _project(row: Row, client: Mapping[str, Any]) -> dict[str, Any]:
    kind, amount = row["billing_type"], row["current_amount"]
    own = row["currency_code"] if row["currency_code"] != client["currency"] else None
    baseline = row["baseline_at"] and row["baseline_at"].isoformat(sep=" ")
    return {
        "id": number(row["project_id"]),
        "name": row["project_name"],
        "code": row["project_code"],
        "is_active": row["status"] not in ("completed", "cancelled"),
        "is_billable": kind != "internal",
        "is_fixed_fee": kind == "fixed_fee",
        "budget_by": "none" if amount is None else "project_cost",
        "budget_is_monthly": kind == "retainer",
        "budget": None,
        "cost_budget": None if kind == "fixed_fee" else amount,
        "fee": amount if kind == "fixed_fee" else None,
        "hourly_rate": None,
        "starts_on": row["start_date"] and str(row["start_date"]),
        "ends_on": row["end_date"] and str(row["end_date"]),
        "notes": noted(None, row, *NOTED, currency_code=own, baseline_at=baseline),
        "created_at": moment(row["created_at"]),
        "updated_at": moment(row["updated_at"]),
        "client": {key: client[key] for key in ("id", "name", "currency")},
    }


def users(world: World) -> Told:
    """Return the people."""
    told = []
    for row in world.records("psa", "people"):
        first, _, last = row["person_name"].partition(" ")
        told.append(
            {
                "id": number(row["person_id"]),
                "first_name": first,
                "last_name": last,
                "email": row["work_email"] or "",
                "employee_id": row["employee_number"],
                "is_active": row["is_active"],
                "roles": [row["role"]] if row["role"] else [],
                "created_at": moment(row["created_at"]),
                "updated_at": moment(row["created_at"]),
            }
        )
    return told


def user_assignments(world: World) -> Told:
    """Return who manages which project."""
    by_email = {told["email"]: told for told in users(world) if told["email"]}
    managed = [
        (row, by_email[row["manager_email"]])
        for row in live(world, "projects")
        if row["manager_email"] in by_email
    ]
    return [
        {
            "id": position,
            "is_project_manager": True,
            "is_active": True,
            "project": {"id": number(row["project_id"]), "name": row["project_name"]},
            "user": {"id": user["id"], "name": user["first_name"]},
        }
        for position, (row, user) in enumerate(managed, start=1)
    ]
