"""Kantata OX (Mavenlink), the PSA: what delivery plans and does.

Loads into raw_kantata: workspace_groups, workspaces, users, time_entries, expenses,
workspace_allocations, time_off_entries, subscribed_events, and workspace_group_ids,
workspace_ids, which prove deletions.
API: https://developer.kantata.com, version 1; every list comes in pages of 200.

Money is in whole cents; `currency_base_unit` says how many make one unit. Links to CRM
and accounting are Kantata's external references; what it has no field for is a custom
field named like the common model's column, or as `[fields.kantata]` says. Every list is
read whole each night, and what it lacks was deleted; of hours, what changed is read and
the last 90 days whole, everything once a week. Edits are the events of
workspaces, which Kantata keeps for a short while only: each night adds to them.

What the API cannot tell: who approved an hour, and when; whether an expense was
approved; when a client was made or changed. Public references do not settle the limits,
nor how long events are kept.
"""

from collections.abc import Iterator, Mapping
from datetime import UTC, datetime

from pipelines.firm import Connection, Firm
from pipelines.sources import Page, Reader, Record, Source
from pipelines.sources.auth import Bearer
from pipelines.sources.http import Client
from pipelines.sources.kantata_account import Account
from pipelines.sources.kantata_records import ROWS
from pipelines.sources.kantata_tables import CUSTOM, SWEPT, TABLES
from pipelines.sources.pace import Pace, unlimited

__all__ = ["BASE_ADDRESS", "SECRETS", "TABLES", "client", "source"]

SECRETS = ("KANTATA_TOKEN",)
BASE_ADDRESS = "https://api.mavenlink.com"


def client(
    connection: Connection, firm: Firm, address: str, secrets: Mapping[str, str]
) -> Client:
    """Return a client that asks five times a second and waits longer each time it is
    refused: Kantata tells neither its limit nor how long to wait."""
    return Client(
        connection.name,
        address,
        Bearer(secrets["KANTATA_TOKEN"]),
        unlimited() if firm.is_invented else Pace(calls=5, seconds=1),
        attempts=10,
    )


def source(connection: Connection, firm: Firm, client: Client) -> Source:
    """Return a reader for each list, and for the ids that it held."""
    named = firm.fields.get(connection.name) or firm.fields.get(connection.system, {})
    account = Account(client)
    today = firm.as_of or datetime.now(UTC).date()

    def hours(page: list[Record]) -> list[Record]:
        return [row for told in page for row in ROWS["time_entries"](told, account)]

    return {
        **{table: _rows(account, table, named) for table in ROWS},
        "time_entries": account.reader("time_entries", "date_performed", today, hours),
        **{ids: account.ids(table) for table, ids in SWEPT.items()},
    }


def _rows(account: Account, table: str, named: Mapping[str, str]) -> Reader:
    common, subject, columns = CUSTOM.get(table, ("", "", ()))
    wanted = {column: named.get(f"{common}.{column}", column) for column in columns}

    def read(since: datetime | None) -> Iterator[Page]:
        for page in account.listed(table):
            yield [
                row | account.custom(subject, str(told["id"]), wanted)
                for told in page
                for row in ROWS[table](told, account)
            ]

    return read
