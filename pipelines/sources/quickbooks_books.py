"""How lists and reports of QuickBooks are asked for, page by page."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import partial
from operator import itemgetter
from typing import Any

from pipelines.sources import Record, SourceError
from pipelines.sources.http import Client
from pipelines.sources.paging import records
from pipelines.sources.whole_lists import Counted, whole

MINOR_VERSION = "75"
MOST = 1000
CHANGED = "MetaData.LastUpdatedTime"
BEGINNING = "1970-01-01T00:00:00+00:00"
KEYS = {"ExchangeRate": itemgetter("SourceCurrencyCode", "AsOfDate")}
"""The lists whose records have no id, and what tells these apart."""


def fault(body: Any) -> str | None:
    """Return the fault that came with a good status, or None."""
    if not isinstance(body, dict) or "Fault" not in body:
        return None
    errors = body["Fault"].get("Error") or [{}]
    return str(errors[0].get("Message") or body["Fault"].get("type"))


@dataclass(frozen=True)
class Books:
    """One company file, asked through the shared client."""

    client: Client

    @property
    def most(self) -> int:
        """Return how many records one page holds."""
        return min(MOST, self.client.page_size)

    def query(self, entity: str, said: str) -> list[Record]:
        """Return what a query of ``entity`` finds; none has no list in the answer."""
        body = self._get("query", entity, {"query": said})
        response = body.get("QueryResponse") if isinstance(body, dict) else None
        if not isinstance(response, dict):
            raise SourceError(
                self.client.system,
                entity,
                "the answer has no QueryResponse. Nothing was loaded; run again.",
            )
        if entity not in response:
            return []
        return records(self.client.system, entity, response, entity)

    def changed(self, entity: str, since: datetime | None) -> Iterator[list[Record]]:
        """Yield the records of ``entity`` that changed, oldest change first.

        A page begins where the last one ended in time, not in number: records that
        change in between move to the end and are met there. Those that share the last
        moment of a page come twice.
        """
        start = since.replace(tzinfo=UTC).isoformat() if since else BEGINNING

        def turn(at: tuple[str, int]) -> tuple[list[Record], tuple[str, int] | None]:
            moment, position = at
            page = self.query(
                entity,
                f"select * from {entity} where {CHANGED} >= '{moment}' "
                f"orderby {CHANGED} startposition {position} maxresults {self.most}",
            )
            if len(page) < self.most:
                return page, None
            first, last = (
                str(page[at]["MetaData"]["LastUpdatedTime"]) for at in (0, -1)
            )
            if first != last:
                return page, (last, 1)
            return page, (last, (position if moment == last else 1) + self.most)

        yield from self.client.lists(entity, (start, 1), turn)

    def listed(
        self, entity: str, *, where: str = "", what: str = "*"
    ) -> Iterator[list[Record]]:
        """Yield the whole list of ``entity``, again when it changed meanwhile."""
        condition = f" where {where}" if where else ""
        system, key = self.client.system, KEYS.get(entity, itemgetter("Id"))
        pages = partial(self._pages, entity, condition, what)
        yield from whole(system, entity, key, pages)

    def _pages(self, entity: str, condition: str, what: str) -> Counted:
        """Yield a list with its count before and after it was read."""
        order = "" if entity in KEYS else " orderby Id"
        before = self.count(entity, condition)

        def turn(position: int) -> tuple[list[Record], int | None]:
            page = self.query(
                entity,
                f"select {what} from {entity}{condition}{order} "
                f"startposition {position} maxresults {self.most}",
            )
            return page, position + self.most if len(page) == self.most else None

        for page in self.client.lists(entity, 1, turn):
            yield page, before
        yield [], self.count(entity, condition)

    def count(self, entity: str, condition: str = "") -> int:
        """Return how many records of ``entity`` exist."""
        said = f"select count(*) from {entity}{condition}"
        body = self._get("query", entity, {"query": said})
        return int(body["QueryResponse"].get("totalCount", 0))

    def only(self, entity: str) -> Record:
        """Return the one record of ``entity``, such as the settings."""
        found = self.query(entity, f"select * from {entity}")
        if not found:
            raise SourceError(
                self.client.system,
                entity,
                "there is none. Nothing was loaded; check what the app may read.",
            )
        return found[0]

    def beginning(self) -> date:
        """Return the first day of the books."""
        return date.fromisoformat(str(self.only("CompanyInfo")["CompanyStartDate"]))

    def today(self) -> date:
        """Return the day that it is at QuickBooks."""
        body = self._get("query", "time", {"query": "select count(*) from Account"})
        return datetime.fromisoformat(str(body["time"])).date()

    def report(
        self, name: str, start: date, end: date, **options: str
    ) -> Mapping[str, Any]:
        """Return a report on the accrual basis."""
        asked = {
            "start_date": str(start),
            "end_date": str(end),
            "accounting_method": "Accrual",
            **options,
        }
        report: Mapping[str, Any] = self._get(f"reports/{name}", name, asked)
        return report

    def _get(self, path: str, resource: str, query: Mapping[str, str]) -> Any:
        asked = {**query, "minorversion": MINOR_VERSION}
        return self.client.get(f"/{path}", resource, asked)
