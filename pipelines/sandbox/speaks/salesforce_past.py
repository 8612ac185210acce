"""What Salesforce remembers of the firm: stages of deals, edits of tracked fields."""

from collections import defaultdict
from collections.abc import Callable, Iterator
from datetime import datetime
from decimal import Decimal
from typing import Any

from pipelines.sandbox.kept import Row, World
from pipelines.sandbox.speaks.salesforce_fields import (
    DATA_TYPES,
    TABLES,
    TRACKED,
    kept,
)
from pipelines.sandbox.speaks.salesforce_records import (
    Told,
    Users,
    double,
    moment,
    number,
    said,
)

Values = tuple[Any, Any]
Place = tuple[str, str, str, str]
"""Object, record, field and type of a value."""


def snapshots(world: World, users: Users) -> Iterator[Told]:
    """Yield a row for every change of a stage and every change of an amount."""
    deals = {row["deal_id"]: row for row in world.records("crm", "deals")}
    events: dict[str, list[tuple[datetime, Any, Any, Any]]] = defaultdict(list)
    for row in world.records("crm", "stage_history"):
        event = (row["entered_at"], row["stage"], None, row["changed_by"])
        events[row["deal_id"]].append(event)
    for row in world.records("crm", "field_changes"):
        if (row["record_type"], row["field"]) == ("deal", "net_amount"):
            event = (row["changed_at"], None, row["new_value"], row["changed_by"])
            events[row["record_id"]].append(event)
    for deal_id, past in events.items():
        deal = deals[deal_id]
        stage, amount = deal["stage"], deal["net_amount"]
        for at, entered, changed, by in sorted(past, key=lambda event: event[0]):
            stage = entered or stage
            amount = Decimal(changed) if changed else amount
            yield {
                "Id": number("008", deal_id, at, entered, changed),
                "OpportunityId": deal_id,
                "StageName": stage,
                "Amount": None if amount is None else double(amount),
                "CloseDate": said(deal["close_date"]),
                "CreatedDate": moment(at),
                "CreatedById": users.id(by),
            }


def edits(world: World, users: Users, name: str) -> Iterator[Told]:
    """Yield what the field history of an object holds."""
    table, key, record_type = TABLES[name]
    for row in world.records("crm", table):
        if row["created_at"]:
            place = (name, row[key], "created", "Text")
            yield _row(place, row["created_at"], (None, None), None)
    for change in world.records("crm", "field_changes"):
        if change["record_type"] == record_type:
            yield from _edit(users, name, change)
    if name == "Opportunity":
        yield from _moves(world, users)


def _edit(users: Users, name: str, change: Row) -> Iterator[Told]:
    """Yield one edit; that of a reference as ids and once more as names."""
    paths = {column: (path, kind) for path, (column, kind) in kept(name).items()}
    path, kind = paths[change["field"]]
    field, record_id = TRACKED.get(change["field"], path), change["record_id"]
    by, at = users.id(change["changed_by"]), change["changed_at"]
    values: Values = (change["old_value"], change["new_value"])
    if kind == "reference":
        ids = _each(users.id, values) if field == "Owner" else values
        yield _row((name, record_id, field, "EntityId"), at, ids, by)
    if kind in ("currency", "double"):
        values = _each(lambda value: double(Decimal(value)), values)
    yield _row((name, record_id, field, DATA_TYPES.get(kind, "Text")), at, values, by)


def _moves(world: World, users: Users) -> Iterator[Told]:
    """Yield the moves between stages; the one that a deal was made in is no edit."""
    made = {row["deal_id"]: row["created_at"] for row in world.records("crm", "deals")}
    before: dict[str, str] = {}
    past = world.records("crm", "stage_history")
    for row in sorted(past, key=lambda row: row["entered_at"]):
        deal_id, stage, at = row["deal_id"], row["stage"], row["entered_at"]
        if deal_id in before or made[deal_id] is None or at > made[deal_id]:
            place = ("Opportunity", deal_id, "StageName", "DynamicEnum")
            values = (before.get(deal_id), stage)
            yield _row(place, at, values, users.id(row["changed_by"]))
        before[deal_id] = stage


def _each(turn: Callable[[str], Any], values: Values) -> Values:
    old, new = values
    return old and turn(old), new and turn(new)


def _row(place: Place, at: datetime, values: Values, by: str | None) -> Told:
    name, record_id, field, data_type = place
    return {
        "Id": number("017", *place, at),
        f"{name}Id": record_id,
        "Field": field,
        "DataType": data_type,
        "OldValue": values[0],
        "NewValue": values[1],
        "CreatedDate": moment(at),
        "CreatedById": by,
    }
