"""Read one connection to the end, or say that it could not be read to the end."""

import time
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime

import duckdb

from pipelines.firm import Connection, FirmError
from pipelines.rules import Run
from pipelines.sources import RawTable, Reader, Source, SourceError, TableError
from pipelines.sources.rows import Rows, read
from pipelines.sudden import refuse_sudden_change
from pipelines.watermarks import refuse_sudden_nothing, since

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
    is_whole: bool = False
    """Whether everything was asked for, not only what changed."""

    ended: Exception | None = None
    """What broke the whole source off."""

    began_at: datetime | None = None
    """When the first answer came (UTC, without a zone), perhaps nights ago."""

    def begun(self, at: datetime) -> "Reading":
        """Return the reading with the moment at which it began."""
        return replace(self, began_at=at)


def readings(
    connection: Connection,
    tables: Mapping[str, RawTable],
    opened: duckdb.DuckDBPyConnection,
    run: Run,
    source: Source,
) -> list[Reading]:
    """Read every table of one connection, from where the warehouse stands.

    When one table breaks off, no table of the connection has rows to load: a deal
    must not arrive without its lines. A TableError holds back its own table only.
    """
    found: list[Reading] = []
    broken: Exception | None = None
    for name, reader in source.items():
        started = time.monotonic()
        table, rows, problem = tables[name], None, str(broken or "")
        is_whole = False
        if not broken:
            try:
                rows, is_whole = _read(connection, table, opened, run, reader)
            except TableError as error:
                problem = str(error)
            except SourceError as error:
                broken, error.table = error, name
            except FirmError:
                raise
            except UNKNOWN_FORM as error:
                broken = _unknown_form(connection, name, error)
        seconds = time.monotonic() - started
        reading = Reading(connection, table, rows, seconds, problem)
        found.append(replace(reading, is_whole=is_whole, ended=broken))
    if broken:
        said = str(broken)
        found = [replace(one, rows=None, problem=said, ended=broken) for one in found]
    return found


def _read(
    connection: Connection,
    table: RawTable,
    opened: duckdb.DuckDBPyConnection,
    run: Run,
    reader: Reader,
) -> tuple[Rows, bool]:
    """Return what came, and whether that is everything.

    What changed since last night may look as if the system had changed, on a day on
    which people changed a column of many records: then everything is read, and tells.
    Raises TableError when it is the system.
    """
    is_believed = run.reread and run.reread.connection == connection.name
    from_then = since(opened, connection, table, run)
    came = read(table, connection.name, reader(from_then))
    if from_then is None and not came.n_read and not run.reread:
        refuse_sudden_nothing(opened, connection, table)
    if is_believed:
        return came, from_then is None
    try:
        refuse_sudden_change(opened, connection, table, came)
    except TableError:
        if from_then is None:
            raise
    else:
        return came, from_then is None
    came = read(table, connection.name, reader(None))
    refuse_sudden_change(opened, connection, table, came)
    return came, True


def _unknown_form(connection: Connection, name: str, error: Exception) -> SourceError:
    return SourceError(
        connection.name,
        name,
        "an answer has a form that the connector does not know "
        f"({type(error).__name__}: {error}). The last complete rows stay; check the "
        "version of the API.",
    )
