"""The firm's CRM records as HubSpot objects: properties are text, or null."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time
from decimal import Decimal
from typing import Any, Protocol
from zoneinfo import ZoneInfo

from pipelines.sandbox.speaks.hubspot_properties import MODIFIED, PROPERTIES, TABLES

Row = Mapping[str, Any]

ZONE = ZoneInfo("America/New_York")
"""Where the invented firm closes its deals."""


class World(Protocol):
    """Whatever has records by role and table."""

    def records(self, role: str, table: str) -> Iterable[Row]:
        """Return the records of one common table."""
        ...


@dataclass(frozen=True)
class Object:
    """One HubSpot record: its properties, its companies or deal, its past values."""

    id: str
    properties: Mapping[str, str | None]
    created_at: str | None
    updated_at: str | None
    is_archived: bool
    links: Mapping[str, str]
    """Kind of the other object → its id; the primary one."""

    history: Mapping[str, list[dict[str, Any]]] = field(default_factory=dict)


def moment(value: datetime | None) -> str | None:
    """Return a UTC moment the way HubSpot writes it."""
    return None if value is None else f"{value:%Y-%m-%dT%H:%M:%S}.{value:%f}"[:23] + "Z"


def said(value: Any) -> str | None:
    """Return a value as the text of a property."""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, datetime):
        return moment(value)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Decimal):
        return f"{value:f}"
    return None if value is None else str(value)


def noon(day: date) -> datetime:
    """Return noon of the firm's day in UTC: a date in a property that holds a time."""
    local = datetime.combine(day, time(12), ZONE)
    return local.astimezone(ZoneInfo("UTC")).replace(tzinfo=None)


def close_moment(row: Row) -> datetime | None:
    """Return the close date as HubSpot keeps it, a moment on that day."""
    day, closed_at = row["close_date"], row["closed_at"]
    if day is None:
        return None
    if closed_at is not None:
        local = closed_at.replace(tzinfo=ZoneInfo("UTC")).astimezone(ZONE)
        if local.date() == day:
            moment_closed: datetime = closed_at
            return moment_closed
    return noon(day)


def properties(kind: str, row: Row, owners: Mapping[str, str]) -> dict[str, str | None]:
    """Return the properties of one record."""
    found = {name: said(row[column]) for column, name in PROPERTIES[kind].items()}
    if "owner_email" in row:
        found["hubspot_owner_id"] = owners.get(row["owner_email"])
    if kind == "deals":
        found["closedate"] = moment(close_moment(row))
        found["pipeline"] = "default"
    if kind == "line_items":
        found |= _prices(row)
    found["hs_object_id"] = row[TABLES[kind][1]]
    found["createdate"] = moment(row.get("created_at"))
    found[MODIFIED.get(kind, "hs_lastmodifieddate")] = moment(row.get("updated_at"))
    return found


def _prices(row: Row) -> dict[str, str | None]:
    """Return price and discount per unit; without a list price there is no discount."""
    listed, net = row["list_price"], row["net_price"]
    if listed is None or net is None:
        return {"price": said(net if listed is None else listed), "discount": None}
    return {"price": said(listed), "discount": said(listed - net)}
