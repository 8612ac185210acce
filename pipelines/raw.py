"""The raw schemas: declared tables exist, whether or not anything was loaded."""

from collections.abc import Iterable, Mapping, Sequence

import duckdb
import pyarrow as pa

from pipelines.fetch import Reading
from pipelines.firm import Connection
from pipelines.sources import RawTable
from pipelines.sources.kinds import KINDS
from pipelines.sources.registry import raw_schema
from pipelines.sources.rows import CONNECTION, arrow_schema

ROW_GROUP = 122_880
"""Rows that DuckDB stores as one piece."""


def hints(table: RawTable) -> dict[str, dict[str, object]]:
    """Return the table's columns as dlt declares them, in order."""
    needed = {CONNECTION, *table.key}
    return {
        name: {**KINDS[kind].dlt, "name": name, "nullable": name not in needed}
        for name, kind in {CONNECTION: "text", **table.columns}.items()
    }


def create_missing(
    opened: duckdb.DuckDBPyConnection, schemas: Mapping[str, Sequence[RawTable]]
) -> None:
    """Create every declared table and column that is not there, in one pass."""
    there = {
        (schema, name): set(columns)
        for schema, name, columns in opened.execute(
            "select schema_name, table_name, list(column_name) from duckdb_columns() "
            "group by all"
        ).fetchall()
    }
    for schema, tables in schemas.items():
        opened.execute(f"create schema if not exists {schema}")
        for table in tables:
            known = there.get((schema, table.name), set())
            if not known:
                opened.execute(f"create table {schema}.{table.name} ({_ddl(table)})")
                continue
            for name in table.columns.keys() - known:
                opened.execute(
                    f"alter table {schema}.{table.name} "
                    f"add column {name} {KINDS[table.columns[name]].duckdb}"
                )


def _ddl(table: RawTable) -> str:
    needed = {CONNECTION, *table.key}
    return ", ".join(
        f"{name} {KINDS[kind].duckdb}{' not null' if name in needed else ''}"
        for name, kind in {CONNECTION: "text", **table.columns}.items()
    )


def unlike_stored(
    opened: duckdb.DuckDBPyConnection, schema: str, reading: Reading
) -> pa.Table:
    """Return the rows of a reading that the warehouse does not hold exactly so."""
    table, rows = reading.table, reading.rows
    if not rows:
        return arrow_schema(table).empty_table()
    if not _holds(opened, schema, table, reading.connection.name):
        return rows.kept
    columns = ", ".join((CONNECTION, *table.columns))
    opened.register("read_tonight", rows.kept)
    changed = opened.sql(
        f"select {columns} from read_tonight "
        f"except select {columns} from {schema}.{table.name}"
    ).to_arrow_table()
    opened.unregister("read_tonight")
    return changed.cast(arrow_schema(table))


def _holds(
    opened: duckdb.DuckDBPyConnection, schema: str, table: RawTable, name: str
) -> bool:
    """Return whether the warehouse has any row of this table and connection."""
    said = f"from {schema}.{table.name} where connection = ? limit 1"
    return opened.execute(said, [name]).fetchone() is not None


def merge_rows(
    opened: duckdb.DuckDBPyConnection,
    schema: str,
    arrived: Iterable[tuple[RawTable, pa.Table]],
) -> None:
    """Put rows in the place of those with the same key, each table's all or none."""
    for table, rows in arrived:
        same = " and ".join(f"new.{p} = stored.{p}" for p in (CONNECTION, *table.key))
        place = f"{schema}.{table.name}"
        # Pieces of a row group each are read by every core; one large one, by one.
        pieces = rows.to_batches(max_chunksize=ROW_GROUP)
        opened.register("new", pa.Table.from_batches(pieces, rows.schema))
        opened.begin()
        if _holds(opened, schema, table, rows[CONNECTION][0].as_py()):
            opened.execute(f"delete from {place} as stored using new where {same}")
        opened.execute(f"insert into {place} by name from new")
        opened.commit()
        opened.unregister("new")


def remove_unlisted(
    opened: duckdb.DuckDBPyConnection, schema: str, reading: Reading
) -> None:
    """Remove what a complete list no longer names.

    An empty list removes nothing, unless it is the firm's own file. A record that was
    set aside is named all the same: its last good version stays.
    """
    table, rows = reading.table, reading.rows
    if not table.is_complete_list or not rows:
        return
    if not rows.kept.num_rows and rows.rejected:
        return
    said = f"select count(*) from {schema}.{table.name} where connection = ?"
    if opened.execute(said, [reading.connection.name]).fetchone() == (
        rows.kept.num_rows,
    ):
        return
    same = " and ".join(f"listed.{part} = stored.{part}" for part in table.key)
    said = "concat_ws('/', " + ", ".join(f"stored.{part}" for part in table.key) + ")"
    opened.register("listed", rows.kept)
    opened.execute(
        f"delete from {schema}.{table.name} as stored where connection = ? "
        f"and not exists (from listed where {same}) "
        f"and {said} not in (select unnest(?::varchar[]))",
        [reading.connection.name, [row.row_key for row in rows.rejected]],
    )
    opened.unregister("listed")


def empty_absent(
    opened: duckdb.DuckDBPyConnection, connection: Connection, table: RawTable
) -> None:
    """Remove every row of a table that the firm has no file for."""
    opened.execute(
        f"delete from {raw_schema(connection, table)}.{table.name} "
        "where connection = ?",
        [connection.name],
    )
