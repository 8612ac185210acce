"""How lists, journals and reports of Xero are asked for, page by page."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from functools import cached_property
from operator import itemgetter
from typing import Any

from pipelines.sources import Record, TableError
from pipelines.sources.http import Client
from pipelines.sources.paging import records
from pipelines.sources.whole_lists import Counted, whole
from pipelines.sources.xero_words import day, moment

API = "/api.xro/2.0"
PROJECTS = "/projects.xro/2.0/Projects"
MOST = 1000
KEYS = {
    "Contacts": "ContactID",
    "Invoices": "InvoiceID",
    "CreditNotes": "CreditNoteID",
    "Payments": "PaymentID",
    "Overpayments": "OverpaymentID",
    "Prepayments": "PrepaymentID",
}
"""The lists that come in pages, and the key of each."""


@dataclass(frozen=True)
class Books:
    """One tenant, asked through the shared client."""

    client: Client
    changed: list[tuple[str, str, str]] = field(default_factory=list)
    """When and which documents changed since last night; see `xero_history`."""

    def get(
        self, name: str, query: Mapping[str, str] | None = None, since: str = ""
    ) -> Any:
        """Return the answer about one resource of the accounting API."""
        headers = {"If-Modified-Since": since} if since else None
        return self.client.get(f"{API}/{name}", name, query, headers)

    def listed(self, name: str, since: datetime | None) -> Iterator[list[Record]]:
        """Yield the records of a list that changed, oldest change first.

        What changes in between moves to the end, and is noticed: see `whole_lists`.
        """
        key, system = itemgetter(KEYS[name]), self.client.system
        yield from whole(system, name, key, lambda: self._pages(name, since))

    def _pages(self, name: str, since: datetime | None) -> Counted:
        most = min(MOST, self.client.page_size)
        query = {"order": "UpdatedDateUTC ASC", "pageSize": str(most)}
        if name == "Contacts":
            query["includeArchived"] = "true"
        if name in ("Invoices", "CreditNotes"):
            query["unitdp"] = "4"
            # Bills to pay are in the same list.
            kind = "ACCREC" if name == "Invoices" else "ACCRECCREDIT"
            query["where"] = f'Type=="{kind}"'
        asked_since = f"{since:%Y-%m-%dT%H:%M:%S}" if since else ""
        count = 0

        def turn(number: int) -> tuple[list[Record], int | None]:
            nonlocal count
            body = self.get(name, query | {"page": str(number)}, asked_since)
            pages = body.get("pagination") if isinstance(body, dict) else None
            page = records(self.client.system, name, body, name)
            if pages:
                count = int(pages["itemCount"])
                return page, number + 1 if number < int(pages["pageCount"]) else None
            return page, number + 1 if len(page) == most else None

        for page in self.client.lists(name, 1, turn):
            yield page, count

    def journals(self, since: datetime | None) -> Iterator[list[Record]]:
        """Yield journals by number; an offset is the number of the last one met."""
        asked_since = f"{since:%Y-%m-%dT%H:%M:%S}" if since else ""

        def turn(offset: int) -> tuple[list[Record], int | None]:
            body = self.get("Journals", {"offset": str(offset)}, asked_since)
            page = records(self.client.system, "Journals", body, "Journals")
            return page, int(page[-1]["JournalNumber"]) if page else None

        yield from self.client.lists("Journals", 0, turn)

    def projects(self) -> Iterator[list[Record]]:
        """Yield the projects of Xero Projects; none where the firm does not use it."""

        def turn(number: int) -> tuple[list[Record], int | None]:
            query = {"page": str(number), "pageSize": "500"}
            body = self.client.get(PROJECTS, "Projects", query)
            page = records(self.client.system, "Projects", body, "items")
            last = int((body.get("pagination") or {}).get("pageCount", number))
            return page, number + 1 if number < last else None

        try:
            yield from self.client.lists("Projects", 1, turn)
        except TableError:
            # The app has no scope for Projects: tracking alone tells of them.
            return

    def all_of(self, name: str, query: Mapping[str, str] | None = None) -> list[Record]:
        """Return a list that Xero tells whole, without pages."""
        return records(self.client.system, name, self.get(name, query), name)

    @cached_property
    def organisation(self) -> Record:
        """Return the tenant's own record."""
        body = self.get("Organisation")
        return records(self.client.system, "Organisation", body, "Organisations")[0]

    @cached_property
    def accounts(self) -> list[Record]:
        """Return the chart of accounts, asked for once a night."""
        return self.all_of("Accounts")

    def beginning(self) -> date:
        """Return the day of the first invoice, else of the tenant itself."""
        query = {"where": 'Type=="ACCREC"', "order": "Date ASC", "pageSize": "1"}
        first = self.get("Invoices", query | {"page": "1"}).get("Invoices") or []
        said = day(first[0], "Date") if first else None
        said = said or moment(self.organisation.get("CreatedDateUTC"))
        return date.fromisoformat(str(said)[:10]) if said else self.today()

    def today(self) -> date:
        """Return the day that it is at Xero."""
        said = moment(self.get("Organisation")["DateTimeUTC"])
        return datetime.fromisoformat(str(said)).astimezone(UTC).date()
