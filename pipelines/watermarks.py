"""From where each table is read tonight, and when everything was last read."""

from datetime import datetime, time, timedelta

import duckdb

from pipelines.firm import Connection
from pipelines.run import Run
from pipelines.sources import RawTable, TableError
from pipelines.sources.registry import raw_schema

OVERLAP = timedelta(days=1)
"""How far each night reads back: vendors' indexes lag and their clocks differ."""

SWEEP = timedelta(days=7)
"""How often everything is read: what changed silently, came backdated or was deleted
for good is found within a week."""

TABLE = """
create schema if not exists restricted;
create table if not exists restricted.readings (
    source_system varchar, table_name varchar, read_from timestamp, swept_at timestamp
);
"""


def since(
    opened: duckdb.DuckDBPyConnection, connection: Connection, table: RawTable, run: Run
) -> datetime | None:
    """Return where to read on (UTC, without a zone); None means everything.

    That is the newest change we hold, but never later than the moment at which the
    last complete reading began, nor than the day that it spoke of: a record dated in
    the future does not hide the others, and what changed while we read is read again.
    """
    if table.cursor is None:
        return None
    if run.reread and run.reread.connection == connection.name:
        day = run.reread.since
        return datetime.combine(day, time()) if day else None
    read_from, swept_at = _last(opened, connection, table)
    now = run.run_at.replace(tzinfo=None)
    if read_from and (swept_at is None or now - swept_at >= SWEEP):
        return None
    answer = opened.execute(
        f"select least(max({table.cursor}), $read_from, ("
        "select newest_record_at from quality.sources where source_system = $name"
        f")) from {raw_schema(connection, table)}.{table.name} "
        "where connection = $name",
        {"name": connection.name, "read_from": read_from},
    ).fetchone()
    newest: datetime | None = answer[0] if answer else None
    return newest and newest - OVERLAP


def refuse_sudden_nothing(
    opened: duckdb.DuckDBPyConnection, connection: Connection, table: RawTable
) -> None:
    """Raise TableError when a whole list came without rows and we hold some.

    A system that forgets everything overnight is broken more often than it is empty.
    """
    if table.may_be_empty or not (table.is_complete_list or table.cursor):
        return
    answer = opened.execute(
        f"select count(*) from {raw_schema(connection, table)}.{table.name} "
        "where connection = ?",
        [connection.name],
    ).fetchone()
    if answer and answer[0]:
        raise TableError(
            connection.name,
            table.name,
            f"nothing came where {answer[0]} records are known. They stay. Look into "
            "the system and what the key may read; when nothing is true, run "
            f"`make backfill SYSTEM={connection.name}`.",
        )


def note(
    opened: duckdb.DuckDBPyConnection,
    connection: Connection,
    table: RawTable,
    read_from: datetime,
    is_whole: bool,
) -> None:
    """Keep when a complete reading began, and whether it was of everything."""
    _, swept_at = _last(opened, connection, table)
    key = [connection.name, table.name]
    said = "delete from restricted.readings where source_system = ? and table_name = ?"
    opened.execute(said, key)
    opened.execute(
        "insert into restricted.readings values (?, ?, ?, ?)",
        [*key, read_from, read_from if is_whole else swept_at],
    )


def _last(
    opened: duckdb.DuckDBPyConnection, connection: Connection, table: RawTable
) -> tuple[datetime | None, datetime | None]:
    answer = opened.execute(
        "select read_from, swept_at from restricted.readings "
        "where source_system = ? and table_name = ?",
        [connection.name, table.name],
    ).fetchone()
    return answer or (None, None)
