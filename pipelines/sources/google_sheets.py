"""Google Sheets: the tables of the common model, kept in a spreadsheet.

Loads into raw_imports_<role>, as files do, every tab that is named like a table of the
role, with the headers of the common model. One spreadsheet per role, whose id `[links]`
of firm.toml names. API: https://developers.google.com/workspace/sheets/api, version 4,
with the key of a service account that the spreadsheet is shared with.

A tab is the whole truth about its table every night, and a table without a tab has no
rows. A spreadsheet tells no moment of a change and nobody who made it. Days are asked
for as their numbers, so that no language of a reader changes them; a time of the day is
read in the firm's time zone.
"""

import logging
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime
from functools import cache, partial
from typing import Any
from zoneinfo import ZoneInfo

from pipelines.common_model import TABLES as COMMON_TABLES
from pipelines.common_model import Table
from pipelines.firm import Connection, Firm, FirmError
from pipelines.sources import Page, Source, SourceError, TableError, imports, paging
from pipelines.sources.files.headers import HeaderError, forgiven
from pipelines.sources.files.readers import grid
from pipelines.sources.files.sheets import without_empty_rows
from pipelines.sources.files.tables import is_day, rows_of
from pipelines.sources.google_sign_in import signed_in
from pipelines.sources.http import Client
from pipelines.sources.pace import Pace

LOG = logging.getLogger(__name__)
SECRETS = ("GOOGLE_SHEETS_KEY_FILE",)
BASE_ADDRESS = "https://sheets.googleapis.com"
TABLES = imports.TABLES
DAY_0 = date(1899, 12, 30)
"""The day that a spreadsheet calls 0."""

TABS = "sheets(properties(title,hidden),merges)"


def client(
    connection: Connection, firm: Firm, address: str, secrets: Mapping[str, str]
) -> Client:
    """Return a client that keeps a margin under 60 reads a minute."""
    return Client(
        connection.name,
        address,
        signed_in(connection.name, address, secrets),
        Pace(calls=50, seconds=60),
    )


def source(connection: Connection, firm: Firm, client: Client) -> Source:
    """Return a reader for every table of the role; one without a tab has no rows."""
    parts = (connection.system, connection.role, connection.company)
    link = "_".join(part for part in parts if part)
    spreadsheet = firm.links.get(link)
    if not spreadsheet:
        raise FirmError(
            f"firm.toml names {connection.system} for the role {connection.role}, but "
            "[links] does not say which spreadsheet it is. Add "
            f'{link} = "the id in its address".'
        )
    book = Book(client, spreadsheet)
    zone = ZoneInfo(firm.time_zone)
    return {
        table.name: partial(_read, book, table, zone, firm.imports_decimal)
        for table in COMMON_TABLES
        if table.role == connection.role
    }


class Book:
    """One spreadsheet for one night: its tabs are asked for once."""

    def __init__(self, client: Client, spreadsheet: str) -> None:
        self.system = client.system
        self._client = client
        self._path = f"/v4/spreadsheets/{spreadsheet}"
        self.tabs = cache(self._tabs)

    def _tabs(self) -> Mapping[str, Mapping[str, Any]]:
        """Return every tab by the table that it is named like."""
        body = self._client.get(self._path, "tabs", {"fields": TABS})
        found = paging.records(self.system, "tabs", body, "sheets")
        if not found:
            raise SourceError(
                self.system, "tabs", "no tab came, and there is always one. Run again."
            )
        known = {table.name for table in COMMON_TABLES}
        for tab in found:
            if forgiven(tab["properties"]["title"]) not in known:
                title = tab["properties"]["title"]
                LOG.warning("The tab %s is named like no table; not read.", title)
        return {forgiven(tab["properties"]["title"]): tab for tab in found}

    def rows(self, title: str) -> Sequence[tuple[int, list[str | None]]]:
        """Return the rows of a tab with their numbers; a short row ends in nothing."""
        quoted = "'" + title.replace("'", "''") + "'"
        body = self._client.get(
            f"{self._path}/values:batchGet",
            title,
            {
                "ranges": quoted,
                "majorDimension": "ROWS",
                "valueRenderOption": "UNFORMATTED_VALUE",
                "dateTimeRenderOption": "SERIAL_NUMBER",
            },
        )
        (told,) = paging.records(self.system, title, body, "valueRanges")
        return [
            (number, [said(cell) for cell in row])
            for number, row in enumerate(told.get("values", ()), start=1)
        ]


def said(cell: Any) -> str | None:
    """Return a cell as text; a number in all the digits that were told."""
    if isinstance(cell, bool):
        return str(cell).lower()
    is_empty = cell in (None, "")
    return None if is_empty else f"{cell:f}" if _is_decimal(cell) else str(cell)


def _is_decimal(cell: Any) -> bool:
    return hasattr(cell, "as_tuple")


def _read(
    book: Book, table: Table, zone: ZoneInfo, decimal: str, since: datetime | None
) -> Iterator[Page]:
    tab = book.tabs().get(table.name)
    if tab is None:
        return
    title = tab["properties"]["title"]
    try:
        if tab.get("merges"):
            raise HeaderError(
                f"the tab {title} has merged cells, and only the first of them would "
                "be read. Unmerge them and fill each cell."
            )
        if tab["properties"].get("hidden"):
            raise HeaderError(f"the tab {title} is hidden. Show it, or delete it.")
        sheet = grid(f"tab {title}", book.rows(title), DAY_0, is_day(table))
        rows = rows_of(without_empty_rows(sheet), table, zone, decimal)
    except HeaderError as error:
        raise TableError(book.system, table.name, str(error)) from error
    yield from imports.pages(f"tab {title}", rows, table)
