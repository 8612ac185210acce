"""The records of Kantata as rows of its raw tables."""

from collections.abc import Callable, Mapping
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from pipelines.sources import Record
from pipelines.sources.kantata_account import Account

FIELDS = {
    "title": "project_name",
    "price_in_cents": "current_amount",
    "start_date": "start_date",
    "due_date": "end_date",
}
"""The fields of a workspace whose edits are told, in the common model's words."""

CENTS = 100


def _kept(told: Record, *names: str) -> Record:
    return {name: told.get(name) for name in names}


def _money(told: Record, name: str) -> Decimal | None:
    """Return an amount in units of its currency; it is told in the smallest ones."""
    said = told.get(name)
    if said is None:
        return None
    return Decimal(said) / Decimal(told.get("currency_base_unit") or CENTS)


def _group(told: Record, account: Account) -> list[Record]:
    number = str(told["id"])
    known = account.references
    crm, books = (("WorkspaceGroup", number, role) for role in ("crm", "accounting"))
    return [
        _kept(told, "id", "name", "phone_number", "website")
        | {"crm_account_id": known.get(crm), "accounting_customer_id": known.get(books)}
    ]


def _workspace(told: Record, account: Account) -> list[Record]:
    number = str(told["id"])
    names = "id title start_date due_date currency created_at updated_at"
    return [
        _kept(told, *names.split())
        | {
            "workspace_group_id": told.get("primary_workspace_group_id"),
            "status": (told.get("status") or {}).get("message"),
            "price": _money(told, "price_in_cents"),
            "percentage_complete": told.get("percentage_complete"),
            "manager_email": account.emails.get(str(told.get("primary_maven_id"))),
            "crm_deal_id": account.references.get(("Workspace", number, "crm")),
            "is_fixed_fee": told.get("stories_are_fixed_fee_by_default"),
        }
    ]


def _user(told: Record, account: Account) -> list[Record]:
    member = account.memberships.get(str(told.get("account_membership_id")), {})
    return [
        _kept(told, "id", "full_name", "email_address", "disabled")
        | {
            "role": account.roles.get(str(told.get("role_id"))),
            "created_at": member.get("created_at"),
            "disabled_at": member.get("disabled_at"),
        }
    ]


def _time_entry(told: Record, account: Account) -> list[Record]:
    names = "id workspace_id user_id date_performed time_in_minutes billable approved"
    return [
        _kept(told, *names.split(), "notes", "updated_at")
        | {
            "role": account.roles.get(str(told.get("role_id"))),
            "rate": _money(told, "rate_in_cents"),
            "is_submitted": told.get("active_submission_id") is not None,
        }
    ]


def _expense(told: Record, account: Account) -> list[Record]:
    names = "id workspace_id user_id date currency is_billable"
    return [_kept(told, *names.split()) | {"amount": _money(told, "amount_in_cents")}]


def _allocation(told: Record, account: Account) -> list[Record]:
    """Spread the minutes evenly over Mondays to Fridays, else over every day."""
    resource = account.resources.get(str(told.get("workspace_resource_id")), {})
    first, last = (date.fromisoformat(told[at]) for at in ("start_date", "end_date"))
    days = [first + timedelta(n) for n in range((last - first).days + 1)]
    working = sum(day.weekday() < 5 for day in days) or len(days)
    hours = Decimal(told.get("minutes") or 0) / 60
    return [
        _kept(told, "id", "workspace_id", "start_date", "end_date", "hard")
        | {
            "user_id": resource.get("user_id"),
            "role": resource.get("role_name"),
            "hours_per_day": hours / working,
        }
    ]


def _time_off(told: Record, account: Account) -> list[Record]:
    return [_kept(told, "id", "user_id", "requested_date", "hours", "submission_date")]


def _event(told: Record, account: Account) -> list[Record]:
    """Return a row for each field of a workspace that an event changed."""
    if told.get("subject_type") != "Workspace":
        return []
    unit = Decimal(told.get("currency_base_unit") or CENTS)
    return [
        {
            "id": told.get("id"),
            "field": FIELDS[name],
            "subject_id": told.get("subject_id"),
            "changed_at": told.get("subject_changed_at"),
            "old_value": _said(name, old, unit),
            "new_value": _said(name, new, unit),
            "changed_by": account.emails.get(str(told.get("user_id"))),
        }
        for name, (old, new) in (told.get("payload_changes") or {}).items()
        if name in FIELDS
    ]


def _said(name: str, value: Any, unit: Decimal) -> str | None:
    if value is None:
        return None
    return f"{Decimal(value) / unit:.2f}" if name.endswith("_cents") else str(value)


ROWS: Mapping[str, Callable[[Record, Account], list[Record]]] = {
    "workspace_groups": _group,
    "workspaces": _workspace,
    "users": _user,
    "time_entries": _time_entry,
    "expenses": _expense,
    "workspace_allocations": _allocation,
    "time_off_entries": _time_off,
    "subscribed_events": _event,
}
"""The lists of the API, in loading order, and what makes rows of each record."""
