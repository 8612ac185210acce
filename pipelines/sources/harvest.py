"""Harvest, the PSA: who worked when, on what, for whom.

Loads into raw_harvest: clients, projects, users, time_entries, expenses, and
client_ids, project_ids, which prove deletions.
API: https://help.getharvest.com/api-v2/, version 2.

Harvest forgets what was deleted and its `updated_since` misses it, so every list is
read whole each night, 2,000 records a page; what a complete list lacks was deleted. Of
hours, what changed is read, and the last 90 days whole; everything once a week. The
role of an hour is the name of its task. What Harvest has no field for stands in square
brackets behind a project's or an entry's notes, named like the common model's columns.

What the API cannot tell: a client's legal name, tax id and web address, and its ids in
other systems; who submitted or approved an hour, and when; when people came and left;
plans, which are in Forecast. Money is told in the client's currency. A client's address
is free text: only its first line, the street, is taken.
"""

from collections.abc import Iterator, Mapping
from datetime import UTC, datetime

from pipelines.firm import Connection, Firm
from pipelines.sources import Page, Reader, Record, Source
from pipelines.sources.auth import Bearer
from pipelines.sources.harvest_account import Account
from pipelines.sources.harvest_records import ROWS, TABLES
from pipelines.sources.http import Client
from pipelines.sources.pace import Pace, unlimited

__all__ = ["BASE_ADDRESS", "SECRETS", "TABLES", "client", "source"]

SECRETS = ("HARVEST_TOKEN", "HARVEST_ACCOUNT_ID")
BASE_ADDRESS = "https://api.harvestapp.com"
SWEPT = {"clients": "client_ids", "projects": "project_ids"}


def client(
    connection: Connection, firm: Firm, address: str, secrets: Mapping[str, str]
) -> Client:
    """Return a client that stays under 100 calls in 15 seconds and says who asks."""
    return Client(
        connection.name,
        address,
        Bearer(secrets["HARVEST_TOKEN"]),
        unlimited() if firm.is_invented else Pace(calls=90, seconds=15),
        headers={
            "Harvest-Account-Id": secrets["HARVEST_ACCOUNT_ID"],
            "User-Agent": "Plumbline",
        },
    )


def source(connection: Connection, firm: Firm, client: Client) -> Source:
    """Return a reader for each list, and for the ids that it held."""
    account = Account(client)
    today = firm.as_of or datetime.now(UTC).date()
    hours = account.reader("time_entries", "spent_date", today, _hours)
    return {
        **{name: _rows(account, name) for name in ROWS},
        "time_entries": hours,
        **{ids: account.ids(name) for name, ids in SWEPT.items()},
    }


def _hours(page: list[Record]) -> list[Record]:
    return [ROWS["time_entries"](told, {}) for told in page]


def _rows(account: Account, name: str) -> Reader:
    def read(since: datetime | None) -> Iterator[Page]:
        managers = account.managers() if name == "projects" else {}
        for page in account.listed(name):
            yield [ROWS[name](told, managers) for told in page]

    return read
