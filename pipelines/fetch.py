"""Read one connection to the end, or say that it could not be read to the end."""

import time
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

import duckdb

from pipelines.firm import Connection, Firm, FirmError
from pipelines.sources import RawTable, Source, SourceError, TableError
from pipelines.sources.registry import connector, raw_schema
from pipelines.sources.rows import Rows, read

OVERLAP = timedelta(days=1)
"""How far each night reads back: vendors' indexes lag and their clocks differ."""

UNKNOWN_FORM = (ArithmeticError, AttributeError, LookupError, TypeError, ValueError)
"""What a reader meets when a system answers otherwise than it used to."""


@dataclass(frozen=True)
class Reading:
    """One table as it was read tonight. `rows` is None when it could not be read."""

    connection: Connection
    table: RawTable
    rows: Rows | None
    seconds: float
    problem: str = ""


def secrets_of(connection: Connection, given: Mapping[str, str]) -> dict[str, str]:
    """Return the secrets of one connection.

    A second account of a system has its own: HUBSPOT_SERVICE_KEY_UK before
    HUBSPOT_SERVICE_KEY. Raises FirmError that names the missing variable.
    """
    module, found = connector(connection), {}
    for name in (*module.SECRETS, *getattr(module, "OPTIONAL_SECRETS", ())):
        own = f"{name}_{connection.company}".upper()
        found[name] = (connection.company and given.get(own)) or given.get(name, "")
        if not found[name] and name in module.SECRETS:
            raise FirmError(
                f"firm.toml names {connection.name}, but {name} is not set. "
                "Put it into the environment; .env.example lists every secret."
            )
    return found


def address_of(firm: Firm, connection: Connection, given: Mapping[str, str]) -> str:
    """Return where one connection answers; the sample firm never asks a real system."""
    address = given.get(connection.name) or given.get(connection.system)
    if address is None and firm.is_invented and connector(connection).SECRETS:
        raise FirmError(
            f"{connection.name} is invented, but the sandbox does not serve it. "
            "Remove [sandbox] from firm.toml to load a real system."
        )
    return address or str(connector(connection).BASE_ADDRESS)


def signed_in(
    firm: Firm,
    connection: Connection,
    secrets: Mapping[str, str],
    addresses: Mapping[str, str],
) -> Source:
    """Return the readers of one connection. Asks nothing yet."""
    module = connector(connection)
    client = module.client(
        connection,
        firm,
        address_of(firm, connection, addresses),
        secrets_of(connection, secrets),
    )
    source: Source = module.source(connection, firm, client)
    return source


def readings(
    connection: Connection,
    tables: Mapping[str, RawTable],
    source: Source,
    opened: duckdb.DuckDBPyConnection,
) -> list[Reading]:
    """Read every table of one connection, from where the warehouse stands.

    When one table breaks off, no table of the connection has rows to load: a deal
    must not arrive without its lines. A TableError holds back its own table only.
    """
    found: list[Reading] = []
    broken = ""
    for name, reader in source.items():
        started = time.monotonic()
        table, rows, problem = tables[name], None, broken
        if not broken:
            try:
                since = _newest(opened, connection, table)
                rows = read(table, connection.name, reader(since))
            except TableError as error:
                problem = str(error)
            except SourceError as error:
                problem = broken = str(error)
            except FirmError:
                raise
            except UNKNOWN_FORM as error:
                problem = broken = (
                    f"{connection.name}, {name}: an answer has a form that the "
                    f"connector does not know ({type(error).__name__}: {error}). The "
                    "last complete rows stay; check the version of the API."
                )
        seconds = time.monotonic() - started
        found.append(Reading(connection, table, rows, seconds, problem))
    if broken:
        found = [replace(reading, rows=None, problem=broken) for reading in found]
    return found


def _newest(
    opened: duckdb.DuckDBPyConnection, connection: Connection, table: RawTable
) -> datetime | None:
    """Return where to read on. A record dated in the future does not hide the others:
    quality.sources keeps the newest moment up to the day that the last load spoke of.
    """
    if table.cursor is None:
        return None
    try:
        answer = opened.execute(
            f"select least(max({table.cursor}), ("
            "select newest_record_at from quality.sources where source_system = $name"
            f")) from {raw_schema(connection)}.{table.name} where connection = $name",
            {"name": connection.name},
        ).fetchone()
    except duckdb.CatalogException:
        # Nothing was ever loaded: quality.sources is not there yet.
        return None
    newest: datetime | None = answer[0] if answer else None
    return newest and newest - OVERLAP
