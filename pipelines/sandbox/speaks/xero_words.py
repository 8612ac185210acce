"""How Xero writes numbers, moments and what it has no field for."""

from datetime import UTC, date, datetime, time
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from pipelines.sandbox.ids import uuid_of
from pipelines.sandbox.speaks.quickbooks_words import Row, World, noted, present

__all__ = ["Row", "World", "noted", "present"]

TENANT = uuid_of("TENANT")
CATEGORY = uuid_of("CATEGORY-PROJECT")
CURRENCY_RATE = Decimal("0.0000000001")


def number(value: Decimal) -> int | Decimal:
    """Return 18000 and 12.5: whole amounts are integers, others have no idle zeros."""
    return int(value) if value == value.to_integral_value() else value.normalize()


def msdate(value: date | datetime) -> str:
    """Return ``/Date(1539993600000+0000)/``; a day is its midnight."""
    moment = value if isinstance(value, datetime) else datetime.combine(value, time())
    return f"/Date({int(moment.replace(tzinfo=UTC).timestamp() * 1000)}+0000)/"


def dated(name: str, on: date | None) -> dict[str, str]:
    """Return a business day in both forms, or nothing."""
    return {name: msdate(on), f"{name}String": f"{on}T00:00:00"} if on else {}


def currency_rate(rate: Decimal | None) -> Decimal:
    """Return units of the document's currency per 1 unit of the books'."""
    return (1 / (rate or Decimal(1))).quantize(CURRENCY_RATE, ROUND_HALF_UP)


def updated(row: Row) -> datetime:
    """Return when a record last changed; Xero always knows."""
    when: datetime = row.get("updated_at") or row.get("created_at") or _epoch()
    return when


def _epoch() -> datetime:
    return datetime(2020, 1, 1)


def tracking(project_ref: str | None, names: dict[str, str]) -> list[dict[str, Any]]:
    """Return the tracking of a line: the project, or nothing."""
    if project_ref is None:
        return []
    return [
        {
            "Name": "Project",
            "Option": names.get(project_ref, "")[:100],
            "TrackingCategoryID": CATEGORY,
            "TrackingOptionID": project_ref,
        }
    ]
