"""How HubSpot searches: by time of change, and where a search must end."""

from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from operator import itemgetter

from pipelines.sources import Record, SourceError
from pipelines.sources.hubspot_lists import VERSION, Lists, after
from pipelines.sources.hubspot_properties import KINDS
from pipelines.sources.redirects import followed
from pipelines.sources.whole_lists import Counted, whole

ID, MERGED = "hs_object_id", "hs_merged_object_ids"


class Searches(Lists):
    """The lists of one portal, and the searches that narrow them."""

    search_window = 10_000
    """The most results of one search; behind them it starts again further on."""

    def changed(self, name: str, since: datetime) -> Iterator[list[str]]:
        """Yield ids changed since then; a full window goes on from its last time.

        A moment in which more changed than a window holds is read by id.
        """
        modified, start = KINDS[name].modified, _milliseconds(since)
        while True:
            n_found, last = 0, start
            wanted = _filter(modified, "GTE", str(start))
            for page in self._searched(name, modified, modified, wanted):
                n_found += len(page)
                moments = (_milliseconds(_moment(row, modified)) for row in page)
                last = max(moments, default=start)
                yield [record["id"] for record in page]
            if n_found + self._page <= self.search_window:
                return
            if last == start:
                at_once = _filter(modified, "EQ", str(start))
                for page in self._by_id(name, modified, at_once):
                    yield [record["id"] for record in page]
                last = start + 1
            start = last

    def _by_id(
        self, name: str, modified: str, wanted: Mapping[str, str]
    ) -> Iterator[list[Record]]:
        """Yield what a search finds in the order of ids, window after window."""
        last = "0"
        while True:
            n_found, begun = 0, last
            behind = _filter(ID, "GT", begun)
            for page in self._searched(name, modified, ID, wanted, behind):
                n_found += len(page)
                last = page[-1]["id"] if page else last
                yield page
            if n_found + self._page <= self.search_window:
                return
            if last == begun:
                raise SourceError(
                    self._client.system,
                    name,
                    f"a search does not go on behind {last}. Nothing was loaded; run "
                    "again, and ask the vendor when it stays.",
                )

    def _searched(
        self, name: str, modified: str, sort: str, *wanted: Mapping[str, str]
    ) -> Iterator[list[Record]]:
        def pages() -> Counted:
            return self._search(name, modified, sort, *wanted)

        return whole(self._client.system, name, itemgetter("id"), pages)

    def _search(
        self, name: str, modified: str, sort: str, *wanted: Mapping[str, str]
    ) -> Counted:
        """Yield what one search finds; with its count, when it can tell everything."""
        count = 0

        def turn(cursor: str) -> tuple[list[Record], str | None]:
            nonlocal count
            body = self._client.post(
                f"/crm/objects/{VERSION}/{name}/search",
                name,
                {
                    "filterGroups": [{"filters": list(wanted)}],
                    "sorts": [{"propertyName": sort, "direction": "ASCENDING"}],
                    "properties": [modified, MERGED],
                    "limit": self._page,
                    "after": cursor,
                },
            )
            following = after(body)
            is_full = following and int(following) + self._page > self.search_window
            count = int(body.get("total") or 0)
            return self.results(body, name), None if is_full else following

        for page in self._client.lists(name, "0", turn):
            yield page, count if count <= self.search_window else None

    def merged(self) -> dict[str, str]:
        """Return loser → winner of every merge of two companies, to the last winner.

        A winner that lost later is archived, where no search finds it.
        """
        wanted = {"propertyName": MERGED, "operator": "HAS_PROPERTY"}
        path = f"/crm/objects/{VERSION}/companies"
        archived = {"properties": MERGED, "archived": "true"}
        return followed(
            {
                loser: winner["id"]
                for pages in (
                    self.pages(path, "companies", archived),
                    self._by_id("companies", "hs_lastmodifieddate", wanted),
                )
                for page in pages
                for winner in page
                for loser in _losers(winner)
            }
        )


def _losers(winner: Record) -> list[str]:
    said = winner["properties"].get(MERGED) or ""
    return [loser for loser in said.split(";") if loser]


def _filter(name: str, operator: str, value: str) -> dict[str, str]:
    return {"propertyName": name, "operator": operator, "value": value}


def _moment(record: Record, modified: str) -> datetime:
    return datetime.fromisoformat(record["properties"][modified])


def _milliseconds(moment: datetime) -> int:
    aware = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    return round(aware.timestamp() * 1000)
