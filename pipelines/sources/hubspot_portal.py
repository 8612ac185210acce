"""How a HubSpot portal is read: ids first, then the records behind them in batches."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from typing import Any

from pipelines.sources import Page, Record, paging
from pipelines.sources.http import Client
from pipelines.sources.hubspot_links import links
from pipelines.sources.hubspot_lists import PAGE, VERSION
from pipelines.sources.hubspot_properties import KINDS, Kind
from pipelines.sources.hubspot_searches import Searches

BATCH = 50
"""The most records of one batch that also asks for history."""

COMPUTED = {
    "createdate",
    "hs_deal_stage_probability",
    "hs_is_closed",
    "hs_is_closed_won",
    "hs_lastmodifieddate",
    "hs_v2_date_entered_current_stage",
}
"""Properties that HubSpot works out itself: their history says nothing new."""


class Portal:
    """One portal for one night: remembers owners, and histories on the way past."""

    def __init__(self, client: Client, fields: Mapping[str, str]) -> None:
        self._client = client
        self._lists = Searches(client)
        self._fields = fields
        self._owners: dict[str, str] = {}
        self._users: dict[str, str] = {}
        self._versions: list[Record] = []

    def owners(self) -> Iterator[Page]:
        """Yield the owners, those who left too, and remember who they are."""
        for archived in ("false", "true"):
            path, query = f"/crm/owners/{VERSION}", {"archived": archived}
            for page in self._lists.pages(path, "owners", query):
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
        merged = self._lists.merged() if name == "companies" else {}
        has_history = KINDS[name].has_history
        live = (
            self._lists.ids(name, False)
            if since is None
            else self._lists.changed(name, since)
        )
        for is_archived, pages in ((False, live), (True, self._lists.ids(name, True))):
            if is_archived and name == "line_items":
                continue
            for ids in pages:
                for batch in paging.batches(ids, BATCH if has_history else PAGE):
                    rows = self._read(name, batch, is_archived)
                    for row in rows if merged else ():
                        row["merged_into_company_id"] = merged.get(row["id"])
                    yield rows

    def history(self) -> Iterator[Page]:
        """Yield every version of every property of the records read before."""
        yield self._versions

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
        paging.agree(self._client.system, name, len(ids), len(found))
        owners = (
            links(self._client, name, kind.belongs_to, ids) if kind.belongs_to else {}
        )
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
        row = {raw: record["properties"].get(name) for raw, name in asked.items()}
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
                value = version["value"]
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
                        "changed_by": self._changed_by(version),
                        "record_created_at": record.get("createdAt"),
                    }
                )

    def _changed_by(self, version: Record) -> str | None:
        user = self._users.get(str(version.get("updatedByUserId")))
        return user or version.get("sourceLabel") or version.get("sourceId")

    def _results(self, body: Any, resource: str) -> list[Record]:
        return paging.records(self._client.system, resource, body, "results")
