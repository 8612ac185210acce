"""The readers of one system of a sandbox, asked through a session, without waiting."""

from datetime import date
from pathlib import Path

import requests

from pipelines.firm import Connection, Firm
from pipelines.sandbox.server import Served
from pipelines.signing_in import address_of, secrets_of
from pipelines.sources import Source
from pipelines.sources.pace import unlimited
from pipelines.sources.registry import connector
from tests.pipelines.sources.faulty_world import PAGE

ROLES = {
    "hubspot": "crm",
    "salesforce": "crm",
    "quickbooks": "accounting",
    "xero": "accounting",
    "bamboohr": "hr",
    "personio": "hr",
    "google_sheets": "crm",
}


def source_of(
    found: Served, system: str, session: requests.Session
) -> tuple[Connection, Source]:
    """Return one connection of a system, and its readers."""
    connection, firm = connection_of(system), firm_of(system, found.imports_folder)
    module = connector(connection)
    client = module.client(
        connection,
        firm,
        address_of(firm, connection, found.addresses),
        secrets_of(connection, found.secrets),
    )
    session.hooks = client.session.hooks
    client.session, client.sleep, client.page_size = session, lambda _: None, PAGE
    client.pace = unlimited()
    return connection, module.source(connection, firm, client)


def firm_of(system: str, folder: Path) -> Firm:
    """Return a firm that has only this system, and keeps its tokens in ``folder``."""
    connection = connection_of(system)
    return Firm(
        "Tiny",
        "USD",
        (connection,),
        folder,
        as_of=date(2026, 5, 31),
        links={system: "sample", connection.name: f"sample-{connection.role}"},
        tokens_file=folder / f"{system}.json",
    )


def connection_of(system: str) -> Connection:
    role = ROLES.get(system, "psa")
    name = f"{system}_{role}" if system == "google_sheets" else system
    return Connection(role, system, name)
