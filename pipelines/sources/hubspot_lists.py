"""How HubSpot lists: by cursor, by time of change, and where a search must end."""

from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from typing import Any

import requests

from pipelines.sources import Record, SourceError, paging
from pipelines.sources.http import Client
from pipelines.sources.hubspot_properties import KINDS
from pipelines.sources.redirects import followed

VERSION = "2026-09"
"""HubSpot's date versions live 18 months; this is the one place that names one."""

PAGE = 100


def is_daily(response: requests.Response) -> bool:
    """Return whether a 429 speaks of the portal's daily limit."""
    return '"DAILY"' in response.text


class Lists:
    """The lists of one portal."""

    search_window = 10_000
    """The most results of one search; behind them it starts again further on."""

    def __init__(self, client: Client) -> None:
        self._client = client

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

    def ids(self, name: str, is_archived: bool) -> Iterator[list[str]]:
        """Yield the ids of every record, of the archived or of the other ones."""
        query = {"properties": "hs_object_id", "archived": str(is_archived).lower()}
        path = f"/crm/objects/{VERSION}/{name}"
        for page in self.pages(path, name, query):
            yield [record["id"] for record in page]

    def changed(self, name: str, since: datetime) -> Iterator[list[str]]:
        """Yield ids changed since then; a full window goes on from its last time."""
        modified, start = KINDS[name].modified, _milliseconds(since)
        while True:
            n_found, last = 0, start
            wanted = _filter(modified, "GTE", str(start))
            for page in self._searched(name, modified, wanted):
                n_found += len(page)
                moments = (_milliseconds(_moment(row, modified)) for row in page)
                last = max(moments, default=start)
                yield [record["id"] for record in page]
            if n_found + PAGE <= self.search_window:
                return
            if last == start:
                raise SourceError(
                    self._client.system,
                    name,
                    f"{n_found} records changed in one moment, more than a search "
                    "tells. Load this source anew from the start.",
                )
            start = last

    def _searched(
        self, name: str, modified: str, wanted: Mapping[str, Any]
    ) -> Iterator[list[Record]]:
        came = 0

        def turn(after: str) -> tuple[list[Record], str | None]:
            nonlocal came
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
            page = self._results(body, name)
            came += len(page)
            if not following:
                paging.agree(self._client.system, name, body.get("total"), came)
            return page, None if is_full else following

        return self._client.lists(name, "0", turn)

    def _results(self, body: Any, resource: str) -> list[Record]:
        return paging.records(self._client.system, resource, body, "results")

    def merged(self) -> dict[str, str]:
        """Return loser → winner of every merge of two companies, to the last winner.

        A winner that lost later is archived, where no search finds it.
        """
        wanted = {"propertyName": "hs_merged_object_ids", "operator": "HAS_PROPERTY"}
        path = f"/crm/objects/{VERSION}/companies"
        archived = {"properties": "hs_merged_object_ids", "archived": "true"}
        return followed(
            {
                loser: winner["id"]
                for pages in (
                    self.pages(path, "companies", archived),
                    self._searched("companies", "hs_lastmodifieddate", wanted),
                )
                for page in pages
                for winner in page
                for loser in _losers(winner)
            }
        )


def _losers(winner: Record) -> list[str]:
    said = winner["properties"].get("hs_merged_object_ids") or ""
    return [loser for loser in said.split(";") if loser]


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
