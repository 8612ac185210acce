"""How a HubSpot portal is read: ids first, then the records behind them in batches."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime
from typing import Any

import requests

from pipelines.sources import Page, Record, SourceError, paging
from pipelines.sources.http import Client
from pipelines.sources.hubspot_properties import KINDS, Kind

VERSION = "2026-09"
"""HubSpot's date versions live 18 months; this is the one place that names one."""

PAGE = 100
BATCH = 50
"""The most records of one batch that also asks for history."""

COMPUTED = {"createdate", "hs_lastmodifieddate", "hs_v2_date_entered_current_stage"}
"""Properties whose history says nothing that the record does not say."""


def is_daily(response: requests.Response) -> bool:
    """Return whether a 429 speaks of the portal's daily limit."""
    return '"DAILY"' in response.text


class Portal:
    """One portal for one night: remembers owners, and histories on the way past."""

    search_window = 10_000
    """The most results of one search; behind them it starts again further on."""

    def __init__(self, client: Client, fields: Mapping[str, str]) -> None:
        self._client = client
        self._fields = fields
        self._owners: dict[str, str] = {}
        self._users: dict[str, str] = {}
        self._versions: list[Record] = []

    def owners(self) -> Iterator[Page]:
        """Yield the owners, those who left too, and remember who they are."""
        for archived in ("false", "true"):
            path, query = f"/crm/owners/{VERSION}", {"archived": archived}
            for page in self.pages(path, "owners", query):
                for owner in page:
                    self._owners[owner["id"]] = owner["email"]
                    user = owner.get("userId") or owner.get("userIdIncludingInactive")
                    self._users[str(user)] = owner["email"]
                yield [
                    {
                        "id": owner["id"],
                        "email": owner["email"],
                        "user_id": owner.get("userId"),
                        "archived": archived,
                    }
                    for owner in page
                ]

    def records(self, name: str, since: datetime | None) -> Iterator[Page]:
        """Yield what changed since then, then every archived record."""
        merged = self._merged() if name == "companies" else {}
        live = self._listed(name, False) if since is None else self._found(name, since)
        for is_archived, pages in ((False, live), (True, self._listed(name, True))):
            if is_archived and name == "line_items":
                continue
            for ids in pages:
                for batch in paging.batches(ids, BATCH):
                    rows = self._read(name, batch, is_archived)
                    for row in rows if merged else ():
                        row["merged_into_company_id"] = merged.get(row["id"])
                    yield rows

    def history(self) -> Iterator[Page]:
        """Yield every version of every property of the records read before."""
        yield self._versions

    def pages(
        self, path: str, resource: str, query: Mapping[str, str]
    ) -> Iterator[list[Record]]:
        """Yield the pages of a list. The cursor is followed, never the link beside it:
        the link names the real address whatever address we were given.
        """

        def turn(after: str) -> tuple[list[Record], str | None]:
            place = {"limit": str(PAGE), **query} | ({"after": after} if after else {})
            body = self._client.get(path, resource, place)
            return self._results(body, resource), _after(body)

        return self._client.lists(resource, "", turn)

    def _listed(self, name: str, is_archived: bool) -> Iterator[list[str]]:
        query = {"properties": "hs_object_id", "archived": str(is_archived).lower()}
        path = f"/crm/objects/{VERSION}/{name}"
        for page in self.pages(path, name, query):
            yield [record["id"] for record in page]

    def _found(self, name: str, since: datetime) -> Iterator[list[str]]:
        """Yield ids changed since then. A full window is continued from its last time."""
        modified, start = KINDS[name].modified, _milliseconds(since)
        while True:
            n_found, last = 0, start
            wanted = _filter(modified, "GTE", str(start))
            for page in self._searched(name, modified, wanted):
                n_found += len(page)
                last = max(_milliseconds(_moment(row, modified)) for row in page)
                yield [record["id"] for record in page]
            if n_found < self.search_window:
                return
            if last == start:
                raise SourceError(
                    self._client.system,
                    name,
                    f"more than {n_found} records changed in one moment, which is more "
                    "than HubSpot's search tells. Load this source anew from the start.",
                )
            start = last

    def _searched(
        self, name: str, modified: str, wanted: Mapping[str, Any]
    ) -> Iterator[list[Record]]:
        def turn(after: str) -> tuple[list[Record], str | None]:
            body = self._client.post(
                f"/crm/objects/{VERSION}/{name}/search",
                name,
                {
                    "filterGroups": [{"filters": [wanted]}],
                    "sorts": [{"propertyName": modified, "direction": "ASCENDING"}],
                    "properties": [modified, "hs_merged_object_ids"],
                    "limit": PAGE,
                    "after": after,
                },
            )
            following = _after(body)
            is_full = following and int(following) + PAGE > self.search_window
            return self._results(body, name), None if is_full else following

        return self._client.lists(name, "0", turn)

    def _merged(self) -> dict[str, str]:
        """Return loser → winner of every merge of two companies."""
        wanted = {"propertyName": "hs_merged_object_ids", "operator": "HAS_PROPERTY"}
        return {
            loser: winner["id"]
            for page in self._searched("companies", "hs_lastmodifieddate", wanted)
            for winner in page
            for loser in winner["properties"]["hs_merged_object_ids"].split(";")
        }

    def _read(self, name: str, ids: Sequence[str], is_archived: bool) -> list[Record]:
        kind = KINDS[name]
        asked = kind.properties(self._fields)
        past = sorted(set(asked.values()) - COMPUTED) if kind.has_history else []
        body = self._client.post(
            f"/crm/objects/{VERSION}/{name}/batch/read",
            name,
            {
                "inputs": [{"id": key} for key in ids],
                "properties": sorted(set(asked.values())),
                "propertiesWithHistory": past,
            },
            {"archived": str(is_archived).lower()},
        )
        found = self._results(body, name)
        owners = self._linked(name, kind.belongs_to, ids) if kind.belongs_to else {}
        for record in found:
            self._remember(kind, record, asked)
        return [self._row(kind, record, asked, owners) for record in found]

    def _row(
        self,
        kind: Kind,
        record: Record,
        asked: Mapping[str, str],
        owners: Mapping[str, str],
    ) -> Record:
        told = record["properties"]
        row = {raw: told.get(name) for raw, name in asked.items()}
        row |= {"id": record["id"], "archived": record["archived"]}
        if "hubspot_owner_id" in row:
            row["owner_email"] = self._owners.get(row.pop("hubspot_owner_id") or "")
        if kind.belongs_to:
            singular = {"companies": "company", "deals": "deal"}[kind.belongs_to]
            row[f"associated_{singular}_id"] = owners.get(record["id"])
        return row

    def _remember(self, kind: Kind, record: Record, asked: Mapping[str, str]) -> None:
        told = record.get("propertiesWithHistory") or {}
        for raw, name in asked.items():
            for version in told.get(name) or ():
                value, by = version["value"], str(version.get("updatedByUserId"))
                if raw == "hubspot_owner_id":
                    value = self._owners.get(value, value)
                self._versions.append(
                    {
                        "record_type": kind.record_type,
                        "record_id": record["id"],
                        "field": kind.common(raw),
                        "changed_at": version["timestamp"],
                        "value": value,
                        "source_type": version.get("sourceType"),
                        "changed_by": self._users.get(by)
                        or version.get("sourceLabel")
                        or version.get("sourceId"),
                        "record_created_at": record.get("createdAt"),
                    }
                )

    def _linked(self, name: str, other: str, ids: Sequence[str]) -> dict[str, str]:
        """Return the primary record that each of ``ids`` is associated with."""
        body = self._client.post(
            f"/crm/associations/{VERSION}/{name}/{other}/batch/read",
            name,
            {"inputs": [{"id": key} for key in ids]},
        )
        return {
            found["from"]["id"]: str(_primary(found["to"])["toObjectId"])
            for found in self._results(body, name)
            if found["to"]
        }

    def _results(self, body: Any, resource: str) -> list[Record]:
        return paging.records(self._client.system, resource, body, "results")


def _primary(links: Sequence[Record]) -> Record:
    for link in links:
        if any(kind.get("label") == "Primary" for kind in link["associationTypes"]):
            return link
    return links[0]


def _after(body: Any) -> str | None:
    following: str | None = body.get("paging", {}).get("next", {}).get("after")
    return following


def _filter(name: str, operator: str, value: str) -> dict[str, str]:
    return {"propertyName": name, "operator": operator, "value": value}


def _moment(record: Record, modified: str) -> datetime:
    return datetime.fromisoformat(record["properties"][modified])


def _milliseconds(moment: datetime) -> int:
    aware = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    return round(aware.timestamp() * 1000)
