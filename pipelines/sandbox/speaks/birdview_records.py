"""The invented firm's PSA records in Birdview's own words.

What Birdview has a field for is a field; everything else is a custom field that carries
the name of the common model's column.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any, Protocol

Row = Mapping[str, Any]


class World(Protocol):
    """Whatever holds the firm's records."""

    def records(self, role: str, table: str) -> Sequence[Row]:
        """Return the records of one common table."""
        ...


@dataclass(frozen=True)
class Resource:
    """One list of the API: whose table it tells, its id, and its own field names."""

    table: str
    id: str
    fields: Mapping[str, str]
    """Birdview's field by column of the common model."""


def _fields(said: str) -> dict[str, str]:
    words = (word.partition("=") for word in said.split())
    return {column: field for column, _, field in words}


RESOURCES = {
    "customers": Resource(
        "clients",
        "CustomerID",
        _fields(
            "client_id=CustomerID client_name=Name phone=Phone street=Address "
            "postcode=Zip city=City country=Country created_at=CreationDate "
            "updated_at=LastModificationDate"
        ),
    ),
    "projects": Resource(
        "projects",
        "ProjectID",
        _fields(
            "project_id=ProjectID client_id=CustomerID project_name=Name "
            "project_code=Code billing_type=BillingType status=Status "
            "start_date=StartDate end_date=EndDate current_amount=Budget "
            "percent_complete=PercentComplete currency_code=Currency "
            "baseline_at=BaselineDate created_at=CreationDate "
            "updated_at=LastModificationDate"
        ),
    ),
    "timelogs": Resource(
        "time_entries",
        "TimeEntryID",
        _fields(
            "time_entry_id=TimeEntryID project_id=ProjectID person_id=UserID "
            "work_date=EntryDate hours=Duration bill_rate=Rate "
            "is_billable=Billable updated_at=LastModificationDate"
        ),
    ),
    "users": Resource(
        "people",
        "UserID",
        _fields(
            "person_id=UserID person_name=Name work_email=Email role=JobTitle "
            "is_active=Enabled created_at=CreationDate"
        ),
    ),
    "activities-assignees": Resource(
        "allocations",
        "AssignmentID",
        _fields(
            "project_id=ProjectID person_id=UserID from_date=StartDate "
            "to_date=EndDate hours_per_day=HoursPerDay role=RoleName"
        ),
    ),
    "vacations": Resource(
        "time_off",
        "VacationID",
        _fields(
            "person_id=UserID off_date=VacationDate off_hours=Duration "
            "created_at=CreationDate"
        ),
    ),
    "payments": Resource(
        "expenses",
        "PaymentID",
        _fields(
            "expense_id=PaymentID project_id=ProjectID expense_date=PaymentDate "
            "expense_amount=Amount is_billable=Billable person_id=UserID "
            "currency_code=Currency"
        ),
    ),
}
"""Every list by its path; `activities-assignees` and `vacations` number their rows."""


def told(world: World, resource: Resource) -> list[dict[str, Any]]:
    """Return the list in the order of its ids; deleted records are not in it."""
    rows = [row for row in world.records("psa", resource.table) if not _gone(row)]
    records = [_told(row, resource, at) for at, row in enumerate(rows, start=1)]
    return sorted(records, key=lambda record: record[resource.id])


def _gone(row: Row) -> bool:
    return bool(row.get("is_deleted"))


def _told(row: Row, resource: Resource, number: int) -> dict[str, Any]:
    record = {resource.id: number} | {
        field: _said(row[column]) for column, field in resource.fields.items()
    }
    record["CustomFields"] = [
        {"Name": column, "Value": _text(value)}
        for column, value in row.items()
        if column not in resource.fields and column != "is_deleted"
        if value is not None
    ]
    return record


def _said(value: Any) -> Any:
    if isinstance(value, datetime | date):
        return _text(value)
    return value


def _text(value: Any) -> str:
    if isinstance(value, datetime):
        return f"{value.isoformat()}Z"
    if isinstance(value, bool):
        return str(value).lower()
    return f"{value:f}" if isinstance(value, Decimal) else str(value)
