"""The firm's HubSpot portal: objects, owners, stages and rates, ready to be told."""

import zlib
from collections.abc import Iterable, Mapping
from typing import Any

from pipelines.sandbox.speaks.hubspot_history import past_of
from pipelines.sandbox.speaks.hubspot_objects import (
    Object,
    World,
    moment,
    properties,
)
from pipelines.sandbox.speaks.hubspot_properties import TABLES

LINKS = {
    "companies": {},
    "contacts": {"companies": "account_id"},
    "deals": {"companies": "account_id"},
    "line_items": {"deals": "deal_id"},
}
"""Kind of object → kind of the object it belongs to, and the column that says so."""


class Portal:
    """Everything HubSpot knows about the firm."""

    def __init__(self, world: World) -> None:
        self._people = sorted(_people(world))
        users = {person: str(_number(person) + 1) for person in self._people}
        self._owner_ids = {person: str(_number(person)) for person in self._people}
        self._users = users
        past = past_of(world, users, self._owner_ids)
        losers = _losers(world)
        self.objects: dict[str, list[Object]] = {
            kind: [
                Object(
                    row[key],
                    properties(kind, row, self._owner_ids)
                    | {"hs_merged_object_ids": losers.get(row[key])},
                    moment(row.get("created_at")),
                    moment(row.get("updated_at")),
                    bool(row.get("is_deleted")),
                    {other: row[to] for other, to in LINKS[kind].items() if row[to]},
                    past.get((kind, row[key]), {}),
                )
                for row in world.records("crm", table)
            ]
            for kind, (table, key, _) in TABLES.items()
        }
        self._world = world

    def owners(self) -> list[dict[str, Any]]:
        """Return everybody who owns or edits records."""
        return [
            {
                "id": self._owner_ids[person],
                "email": person,
                "type": "PERSON",
                "firstName": person.partition("@")[0].partition(".")[0].title(),
                "lastName": person.partition("@")[0].rpartition(".")[2].title(),
                "userId": int(self._users[person]),
                "userIdIncludingInactive": int(self._users[person]),
                "createdAt": "2024-01-01T09:00:00.000Z",
                "updatedAt": "2024-01-01T09:00:00.000Z",
                "archived": False,
            }
            for person in self._people
        ]

    def pipelines(self) -> list[dict[str, Any]]:
        """Return the one pipeline, with the stages that deals have been in."""
        deals = list(self._world.records("crm", "deals"))
        known = {
            row["stage"]: (bool(row["is_closed"]), str(row["probability"] or 0))
            for row in deals
        }
        stages = [
            {
                "id": stage,
                "label": stage,
                "displayOrder": position,
                "metadata": {"isClosed": str(closed).lower(), "probability": chance},
                "createdAt": "1970-01-01T00:00:00Z",
                "updatedAt": "1970-01-01T00:00:00Z",
                "archived": False,
            }
            for position, (stage, (closed, chance)) in enumerate(sorted(known.items()))
        ]
        return [
            {
                "id": "default",
                "label": "Sales Pipeline",
                "displayOrder": 0,
                "stages": stages,
                "archived": False,
            }
        ]

    def rates(self) -> list[dict[str, Any]]:
        """Return the CRM's own exchange rates; a day is its midnight in UTC."""
        return [
            {
                "id": str(position),
                "fromCurrencyCode": row["from_currency"],
                "toCurrencyCode": row["to_currency"],
                "effectiveAt": f"{row['rate_date'].isoformat()}T00:00:00Z",
                "conversionRate": row["rate"],
                "visibleInUI": True,
            }
            for position, row in enumerate(
                self._world.records("crm", "exchange_rates"), start=1
            )
        ]


def _people(world: World) -> set[str]:
    said: Iterable[Mapping[str, Any]] = [
        *world.records("crm", "accounts"),
        *world.records("crm", "deals"),
    ]
    changed = [
        *world.records("crm", "stage_history"),
        *(
            row
            for row in world.records("crm", "field_changes")
            if row["change_source"] == "person"
        ),
    ]
    return {row["owner_email"] for row in said if row["owner_email"]} | {
        row["changed_by"] for row in changed if row["changed_by"]
    }


def _number(person: str) -> int:
    """Return a number that stays the same when other people come and go."""
    return 10_000_000 + zlib.crc32(person.encode()) // 2 * 2 % 90_000_000


def _losers(world: World) -> dict[str, str]:
    found: dict[str, list[str]] = {}
    for row in world.records("crm", "accounts"):
        if row["merged_into_account_id"]:
            found.setdefault(row["merged_into_account_id"], []).append(
                row["account_id"]
            )
    return {winner: ";".join(merged) for winner, merged in found.items()}
