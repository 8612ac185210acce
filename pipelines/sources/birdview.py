"""Birdview PSA: what delivery plans and does.

Loads into raw_birdview: customers, projects, users, timelogs, assignments, vacations,
expenses, and customer_ids, project_ids, timelog_ids, which prove deletions.
API: the account's own reference at https://<account>.birdviewpsa.com/rest/v1/index.html,
basic authentication, lists as bare arrays.

No public reference exists. This connector follows the maker's published client and is
NOT VERIFIED against a live account; what it expects is declared in `birdview_lists.py`
and spoken by the sandbox. Before relying on it, compare field names, limits and times
(read as UTC) with the account's reference; exports through `imports` are the safe way.

What Birdview has no field for is a custom field named like the common model's column
("CRM account id" is crm_account_id), unless [fields.birdview] of firm.toml names
another. Lists are read in the order of ids, so that no change in between moves a record
past us. Birdview tells of no deletion: what a complete list of ids lacks was deleted.
"""

from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import Any

from pipelines.firm import Connection, Firm
from pipelines.sources import Page, Reader, Record, Source, SourceError, TableError
from pipelines.sources.accounts import at_account
from pipelines.sources.auth import Basic
from pipelines.sources.birdview_lists import LISTS, TABLES, Listed
from pipelines.sources.birdview_records import forgiven, record
from pipelines.sources.http import Client
from pipelines.sources.pace import Pace, unlimited
from pipelines.sources.paging import records

__all__ = ["BASE_ADDRESS", "SECRETS", "TABLES", "client", "source"]

SECRETS = ("BIRDVIEW_USER", "BIRDVIEW_PASSWORD")
BASE_ADDRESS = "https://{account}.birdviewpsa.com"
TOP = 1000


def client(
    connection: Connection, firm: Firm, address: str, secrets: Mapping[str, str]
) -> Client:
    """Return a client that asks at most ten times a second; no limit is documented.

    Raises FirmError when the account's name is needed and [links] does not give it.
    """
    return Client(
        connection.name,
        at_account(address, connection, firm),
        Basic(secrets["BIRDVIEW_USER"], secrets["BIRDVIEW_PASSWORD"]),
        unlimited() if firm.is_invented else Pace(calls=10, seconds=1),
    )


def source(connection: Connection, firm: Firm, client: Client) -> Source:
    """Return a reader for each list, then the sweeps that find what was deleted."""
    named = firm.fields.get(connection.name) or firm.fields.get(connection.system, {})
    return {
        **{listed.table: _rows(client, listed, named) for listed in LISTS},
        **{
            listed.id_table().name: _ids(client, listed)
            for listed in LISTS
            if listed.cursor
        },
    }


def _rows(client: Client, listed: Listed, named: Mapping[str, str]) -> Reader:
    wanted = {
        column: forgiven(named.get(f"{listed.common}.{column}", column))
        for column in listed.custom_kinds
    }

    def read(since: datetime | None) -> Iterator[Page]:
        changed = (
            f"{listed.cursor} ge datetime'{since:%Y-%m-%dT%H:%M:%S}'"
            if since and listed.cursor
            else ""
        )
        for page in _pages(client, listed, {"$filter": changed}):
            yield [record(told, listed, wanted) for told in page]

    return read


def _ids(client: Client, listed: Listed) -> Reader:
    def read(since: datetime | None) -> Iterator[Page]:
        try:
            for page in _pages(client, listed, {"$select": listed.id}):
                yield [{"id": told.get(listed.id)} for told in page]
        except TableError as error:
            # Rows without their list of ids would all look deleted: hold back both.
            raise SourceError(client.system, listed.path, str(error)) from error

    return read


def _pages(
    client: Client, listed: Listed, asked: Mapping[str, str]
) -> Iterator[list[Record]]:
    """Yield the list by id until an empty page: the server may give less than asked.

    An empty page is all that tells of the end, so it is believed the second time.
    """

    def ask(said: Mapping[str, str]) -> list[Record]:
        body = client.get(f"/rest/v1/{listed.path}", listed.path, said)
        return records(client.system, listed.path, body)

    def turn(last: str) -> tuple[list[Record], str | None]:
        conditions = [asked.get("$filter", ""), last and f"{listed.id} gt {last}"]
        query = {
            **asked,
            "$filter": " and ".join(part for part in conditions if part),
            "$orderby": listed.id,
            "$top": str(min(TOP, client.page_size)),
        }
        said = {name: value for name, value in query.items() if value}
        page = ask(said) or ask(said)
        return page, _literal(page[-1].get(listed.id)) if page else None

    return client.lists(listed.path, "", turn)


def _literal(value: Any) -> str:
    return str(value) if isinstance(value, int) else f"'{value}'"
