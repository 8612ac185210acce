"""The invented firm's clients, projects and people as Kantata has them."""

from collections.abc import Sequence
from datetime import datetime
from decimal import Decimal
from typing import Any

from pipelines.sandbox.speaks.quickbooks_words import Row, World

Told = list[dict[str, Any]]
BASE = 100
STATUS = {
    "planned": ("gray", 100, "Not Started"),
    "active": ("green", 310, "Active"),
    "on_hold": ("yellow", 410, "On Hold"),
    "completed": ("blue", 505, "Completed"),
    "cancelled": ("red", 520, "Cancelled"),
}
CUSTOM = {
    ("WorkspaceGroup", "clients", "client_id"): (
        "legal_name tax_id street postcode city country currency_code company_id"
    ),
    ("Workspace", "projects", "project_id"): (
        "billing_type project_code baseline_amount cap_amount progress_method "
        "retainer_method billing_cycle service_code is_template is_test is_legacy "
        "is_at_risk is_intercompany baseline_at company_id"
    ),
    ("User", "people", "person_id"): "employee_number start_date end_date company_id",
}
"""What the firm keeps in custom fields, by subject, common table and its id."""

LINKS = (
    ("WorkspaceGroup", "clients", "client_id", "crm_account_id", "salesforce"),
    ("WorkspaceGroup", "clients", "client_id", "accounting_customer_id", "quickbooks"),
    ("Workspace", "projects", "project_id", "crm_deal_id", "salesforce"),
)
"""What the firm's integrations leave as external references."""


def live(world: World, table: str) -> list[Row]:
    """Return the records of a table that were not deleted."""
    rows = world.records("psa", table)
    return [row for row in rows if not row.get("is_deleted")]


def moment(value: datetime | None) -> str | None:
    """Return a moment as Kantata writes it."""
    return f"{value.isoformat()}-00:00" if value else None


def cents(amount: Decimal | None) -> int | None:
    """Return an amount in the smallest unit of its currency."""
    return None if amount is None else int(amount * BASE)


def numbered(rows: Sequence[dict[str, Any]]) -> Told:
    """Return the records with ids from 1 on."""
    return [{"id": str(n), **row} for n, row in enumerate(rows, start=1)]


def role_ids(world: World) -> dict[str, str]:
    """Return the id of each role by its name."""
    tables = ("people", "time_entries", "allocations")
    names = {row["role"] for table in tables for row in live(world, table)} - {None}
    return {name: str(n) for n, name in enumerate(sorted(names), start=1)}


def groups(world: World) -> Told:
    """Return the clients."""
    return [
        {
            "id": row["client_id"],
            "name": row["client_name"],
            "company": True,
            "phone_number": row["phone"],
            "website": row["domain"] and f"https://www.{row['domain']}",
            "notes": None,
        }
        for row in live(world, "clients")
    ]


def workspaces(world: World) -> Told:
    """Return the projects."""
    people = {row["work_email"]: row["person_id"] for row in live(world, "people")}
    return [
        {
            "id": row["project_id"],
            "title": row["project_name"],
            "primary_workspace_group_id": row["client_id"],
            "primary_maven_id": people.get(row["manager_email"]),
            "status": _status(row["status"]),
            "start_date": row["start_date"] and str(row["start_date"]),
            "due_date": row["end_date"] and str(row["end_date"]),
            "price_in_cents": cents(row["current_amount"]),
            "currency": row["currency_code"],
            "currency_base_unit": BASE,
            "percentage_complete": row["percent_complete"],
            "stories_are_fixed_fee_by_default": row["billing_type"] == "fixed_fee",
            "created_at": moment(row["created_at"]),
            "updated_at": moment(row["updated_at"]),
        }
        for row in live(world, "projects")
    ]


def _status(status: str | None) -> dict[str, Any]:
    color, key, message = STATUS[status or "planned"]
    return {"color": color, "key": key, "message": message}


def users(world: World) -> Told:
    """Return the people."""
    roles = role_ids(world)
    return [
        {
            "id": row["person_id"],
            "full_name": row["person_name"],
            "email_address": row["work_email"],
            "disabled": row["is_active"] is False,
            "role_id": roles.get(row["role"]),
            "account_membership_id": row["person_id"],
        }
        for row in world.records("psa", "people")
    ]


def memberships(world: World) -> Told:
    """Return since when people belong to the account."""
    return [
        {
            "id": row["person_id"],
            "created_at": moment(row["created_at"]),
            "disabled_at": moment(row["deactivated_at"]),
        }
        for row in world.records("psa", "people")
    ]
