"""Custom fields, external references and edits, as Kantata keeps them."""

from decimal import Decimal
from typing import Any

from pipelines.sandbox.speaks.kantata_records import (
    BASE,
    CUSTOM,
    LINKS,
    Told,
    cents,
    live,
    moment,
    numbered,
)
from pipelines.sandbox.speaks.quickbooks_words import World

EDITED = {
    "project_name": "title",
    "current_amount": "price_in_cents",
    "start_date": "start_date",
    "end_date": "due_date",
}


def custom_values(world: World) -> Told:
    """Return the values of custom fields."""
    return numbered(
        [
            {
                "subject_type": subject,
                "subject_id": row[key],
                "custom_field_name": column.replace("_", " ").capitalize(),
                "value": _text(row[column]),
            }
            for (subject, table, key), columns in CUSTOM.items()
            for row in live(world, table)
            for column in columns.split()
            if row[column] is not None
        ]
    )


def references(world: World) -> Told:
    """Return the links that integrations left."""
    return numbered(
        [
            {
                "subject_type": subject,
                "subject_id": row[key],
                "service_name": service,
                "service_model_ref": row[column],
            }
            for subject, table, key, column, service in LINKS
            for row in live(world, table)
            if row[column] is not None
        ]
    )


def events(world: World) -> Told:
    """Return the edits of projects."""
    people = {row["work_email"]: row["person_id"] for row in live(world, "people")}
    return numbered(
        [
            {
                "event_type": "workspace:updated",
                "subject_type": "Workspace",
                "subject_id": row["record_id"],
                "subject_changed_at": moment(row["changed_at"]),
                "user_id": people.get(row["changed_by"]),
                "currency_base_unit": BASE,
                "payload_changes": {
                    EDITED[row["field"]]: [
                        _edited(row["field"], row["old_value"]),
                        _edited(row["field"], row["new_value"]),
                    ]
                },
            }
            for row in world.records("psa", "field_changes")
            if row["record_type"] == "project" and row["field"] in EDITED
        ]
    )


def _edited(field: str, value: str | None) -> Any:
    if value is None or field != "current_amount":
        return value
    return cents(Decimal(value))


def _text(value: Any) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    return f"{value.isoformat()}Z" if hasattr(value, "hour") else str(value)
