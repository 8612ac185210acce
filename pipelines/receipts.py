"""What the load did, kept in schema quality: one row per table and night."""

from collections.abc import Sequence
from datetime import datetime, time, timedelta

import duckdb

from pipelines.fetch import Reading
from pipelines.firm import Firm
from pipelines.quarantine import set_down
from pipelines.rules import Run
from pipelines.sources.registry import raw_schema

LIMIT_HOURS = 36
"""A source older than this is called stale: one missed night and a morning."""

TABLES = """
create schema if not exists quality;
create table if not exists quality.loads (
    source_system varchar, table_name varchar, run_id varchar, n_read bigint,
    n_loaded bigint, n_quarantined bigint, n_duplicate bigint, is_complete boolean
);
create table if not exists quality.quarantine (
    source_system varchar, table_name varchar, file_or_page varchar,
    row_number bigint, row_key varchar, reason_code varchar, reason varchar,
    run_id varchar, quarantined_at timestamp, is_loaded boolean
);
create table if not exists quality.held_columns (
    source_system varchar, table_name varchar, column_name varchar, run_id varchar
);
create table if not exists quality.endings (
    source_system varchar, resource varchar, ends_on date, run_id varchar
);
alter table quality.quarantine add column if not exists is_loaded boolean;
create schema if not exists restricted;
create table if not exists restricted.quarantine (
    source_system varchar, table_name varchar, file_or_page varchar,
    row_number bigint, reason_code varchar, run_id varchar, payload varchar
);
create table if not exists quality.sources (
    source_system varchar, role varchar, last_loaded_at timestamp,
    newest_record_at timestamp, n_rows bigint, limit_hours integer,
    is_complete boolean
);
"""


def write(
    opened: duckdb.DuckDBPyConnection,
    firm: Firm,
    run: Run,
    readings: Sequence[Reading],
) -> None:
    """Append tonight's loads and rejected rows, and restate every source's age.

    Writing twice for the same run replaces the first time.
    """
    opened.execute(TABLES)
    for name in ("quality.loads", "quality.quarantine", "restricted.quarantine"):
        opened.execute(f"delete from {name} where run_id = ?", [run.run_id])
    for reading in readings:
        rows = reading.rows
        counts = (
            (rows.n_read, rows.kept.num_rows, len(rows.rejected), rows.n_duplicate)
            if rows
            else (0, 0, 0, 0)
        )
        source, table = reading.connection.name, reading.table.name
        opened.execute(
            "insert into quality.loads values (?, ?, ?, ?, ?, ?, ?, ?)",
            [source, table, run.run_id, *counts, rows is not None],
        )
        set_down(opened, reading, run)
    _restate_endings(opened, run, readings)
    _restate_sources(opened, firm, run, readings)


def _restate_endings(
    opened: duckdb.DuckDBPyConnection, run: Run, readings: Sequence[Reading]
) -> None:
    """Name what tonight's answers said will end, and forget what earlier ones said."""
    opened.execute("delete from quality.endings")
    for one in readings:
        for told in one.rows.endings if one.rows else ():
            opened.execute(
                "insert into quality.endings values (?, ?, ?, ?)",
                [one.connection.name, told.resource, told.ends_on, run.run_id],
            )


def _restate_sources(
    opened: duckdb.DuckDBPyConnection,
    firm: Firm,
    run: Run,
    readings: Sequence[Reading],
) -> None:
    last = dict(
        opened.execute(
            "select source_system, max(last_loaded_at) from quality.sources "
            "group by all"
        ).fetchall()
    )
    opened.execute("delete from quality.sources")
    for name in dict.fromkeys(connection.name for connection in firm.connections):
        mine = [reading for reading in readings if reading.connection.name == name]
        is_complete = all(reading.rows is not None for reading in mine)
        counted = [_counted(opened, run, reading) for reading in mine]
        newest = [moment for _, moment in counted if moment is not None]
        role = next(c.role for c in firm.connections if c.name == name)
        opened.execute(
            "insert into quality.sources values (?, ?, ?, ?, ?, ?, ?)",
            [
                name,
                role,
                run.run_at.replace(tzinfo=None) if is_complete else last.get(name),
                max(newest, default=None),
                sum(count for count, _ in counted),
                LIMIT_HOURS,
                is_complete,
            ],
        )


def _counted(
    opened: duckdb.DuckDBPyConnection, run: Run, reading: Reading
) -> tuple[int, datetime | None]:
    moved = reading.table.cursor or "cast(null as timestamp)"
    answer = opened.execute(
        f"select count(*), max({moved}) filter ({moved} < $tomorrow) from "
        f"{raw_schema(reading.connection, reading.table)}.{reading.table.name} "
        "where connection = $name",
        {
            "name": reading.connection.name,
            "tomorrow": datetime.combine(run.as_of, time()) + timedelta(days=1),
        },
    ).fetchone()
    return answer or (0, None)
