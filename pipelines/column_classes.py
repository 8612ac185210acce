"""A column that nobody has classified is held back: it might be personal.

`rules.column_classes` says of every raw column whether it is public or personal. What
is not there arrives empty, and is named in `quality.held_columns` and a finding.
"""

import csv
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

import duckdb
import pyarrow as pa

from pipelines.fetch import Reading
from pipelines.run import Run
from pipelines.sources import RawTable
from pipelines.sources.kinds import GONE
from pipelines.sources.registry import raw_schema
from pipelines.transform import PROJECT


@cache
def classified() -> frozenset[tuple[str, str, str]]:
    """Return schema, table and name of every column that has a class."""
    seed = PROJECT / "seeds" / "column_classes.csv"
    with seed.open(encoding="utf-8", newline="") as opened:
        return frozenset(
            (row["raw_schema"], row["table_name"], row["column_name"])
            for row in csv.DictReader(opened)
        )


def unclassified(schema: str, table: RawTable) -> list[str]:
    """Return the declared columns of a table that have no class, the key's apart."""
    known = classified()
    return [
        column
        for column in table.columns
        if column not in (*table.key, GONE)
        and (schema, table.name, column) not in known
    ]


def held_back(reading: Reading) -> Reading:
    """Return a reading whose columns without a class are empty, and named."""
    rows, table = reading.rows, reading.table
    held = unclassified(raw_schema(reading.connection, table), table)
    if rows is None or not held:
        return reading
    kept = rows.kept
    for column in held:
        at = kept.schema.get_field_index(column)
        field = kept.schema.field(at)
        kept = kept.set_column(at, field, pa.nulls(kept.num_rows, field.type))
    return replace(reading, rows=replace(rows, kept=kept, held=(*rows.held, *held)))


def note_held(
    opened: duckdb.DuckDBPyConnection, run: Run, readings: Sequence[Reading]
) -> None:
    """Write down the columns that were held back tonight; earlier nights' go."""
    opened.execute("delete from quality.held_columns")
    for one in readings:
        for column in dict.fromkeys(one.rows.held if one.rows else ()):
            opened.execute(
                "insert into quality.held_columns values (?, ?, ?, ?)",
                [one.connection.name, one.table.name, column, run.run_id],
            )
