"""Property history as HubSpot tells it: newest first, with source and user."""

from collections import defaultdict
from collections.abc import Mapping
from datetime import date, datetime, timedelta
from typing import Any

from pipelines.sandbox.speaks.hubspot_objects import (
    Row,
    World,
    moment,
    noon,
    said,
)
from pipelines.sandbox.speaks.hubspot_properties import PROPERTIES, TABLES

SOURCES = {
    "person": "CRM_UI",
    "integration": "INTEGRATION",
    "import": "IMPORT",
    "formula": "CALCULATED",
}
"""Who changed a value, in the common model's words → HubSpot's sourceType."""

Past = dict[tuple[str, str], dict[str, list[dict[str, Any]]]]
"""(kind of object, id) → property → versions, newest first."""


def past_of(world: World, users: Mapping[str, str], owners: Mapping[str, str]) -> Past:
    """Return every known version of every property.

    A change tells two versions: the value before, since the record was made, and the
    value after. A deal's stages are versions of its `dealstage`.
    """
    kinds = {record_type: kind for kind, (_, _, record_type) in TABLES.items()}
    made = {
        (kind, row[key]): row.get("created_at")
        for kind, (table, key, _) in TABLES.items()
        for row in world.records("crm", table)
    }
    told: dict[tuple[str, str], dict[str, dict[datetime, dict[str, Any]]]] = (
        defaultdict(lambda: defaultdict(dict))
    )
    for change in _in_order(world):
        kind = kinds[change["record_type"]]
        name = PROPERTIES[kind][change["field"]]
        versions = told[kind, change["record_id"]][name]
        if not versions and change["old_value"] is not None:
            first = made[kind, change["record_id"]]
            first = first or change["changed_at"] - timedelta(days=1)
            value = _as_property(change["field"], change["old_value"], owners)
            versions[first] = _version(value, first, {}, users)
        value = _as_property(change["field"], change["new_value"], owners)
        at = change["changed_at"]
        versions[at] = _version(value, at, change, users)
    for entry in world.records("crm", "stage_history"):
        at = entry["entered_at"]
        stages = told["deals", entry["deal_id"]]["dealstage"]
        stages[at] = _version(
            entry["stage"], at, {"change_source": "person", **entry}, users
        )
    return {
        place: {
            name: [versions[at] for at in sorted(versions, reverse=True)]
            for name, versions in named.items()
        }
        for place, named in told.items()
    }


def _in_order(world: World) -> list[Row]:
    changes = world.records("crm", "field_changes")
    return sorted(changes, key=lambda change: change["changed_at"])


def _as_property(
    field: str, value: str | None, owners: Mapping[str, str]
) -> str | None:
    if value is None:
        return ""
    if field == "owner_email":
        return owners.get(value, value)
    return moment(noon(date.fromisoformat(value))) if field == "close_date" else value


def _version(
    value: str | None, at: datetime, change: Row, users: Mapping[str, str]
) -> dict[str, Any]:
    """Return one version; what no person did names its source instead of a user."""
    source, by = change.get("change_source"), change.get("changed_by")
    is_person = source == "person" and by in users
    return {
        "value": said(value),
        "timestamp": moment(at),
        "sourceType": SOURCES.get(source or "", "UNKNOWN") if change else "CRM_UI",
        "sourceId": f"userId:{users[by]}" if is_person and by else by,
        "sourceLabel": None if is_person else by,
        "updatedByUserId": int(users[by]) if is_person and by else None,
    }
