"""A record of Birdview as a row of its raw table."""

from collections.abc import Callable, Mapping
from typing import Any

from pipelines.sources import Record
from pipelines.sources.birdview_lists import Listed, snake


def record(
    told: Record, listed: Listed, wanted: Mapping[str, str]
) -> dict[str, object]:
    """Return the row of the raw table; ``wanted`` names the custom fields."""
    custom = {
        forgiven(field.get("Name", "")): field.get("Value")
        for field in told.get("CustomFields") or ()
    }
    own = {
        snake(field): READ.get(kind, _as_told)(told.get(field))
        for field, kind in listed.kinds.items()
    }
    added = {
        column: READ.get(kind, _as_told)(custom.get(wanted[column]))
        for column, kind in listed.custom_kinds.items()
    }
    return own | added


def forgiven(name: str) -> str:
    """Return a custom field's name as a column: "CRM account id" is crm_account_id."""
    return "_".join(name.lower().replace("-", " ").replace("_", " ").split())


def _as_told(value: Any) -> object:
    return value


def _day(value: Any) -> object:
    return value.removesuffix("T00:00:00") if isinstance(value, str) else value


def _moment(value: Any) -> object:
    """Return the time with a Z where it has no zone: Birdview's times are UTC."""
    if not isinstance(value, str) or value.endswith("Z") or "+" in value:
        return value
    return f"{value}Z"


READ: Mapping[str, Callable[[Any], object]] = {"date": _day, "timestamp": _moment}
