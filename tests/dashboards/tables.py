"""How a test writes a table of the published file."""

from collections.abc import Sequence
from datetime import UTC, datetime

import duckdb
import pyarrow as pa

MONEY = "decimal(18, 2)"
KEY = "source_system varchar, source_record_type varchar, source_record_id varchar"


def now() -> datetime:
    """Return this moment in UTC, as the warehouse writes it."""
    return datetime.now(UTC).replace(tzinfo=None)


def table(
    opened: duckdb.DuckDBPyConnection,
    name: str,
    columns: str,
    rows: Sequence[Sequence[object]],
) -> None:
    """Create a table and fill it."""
    opened.execute(f"create table {name} ({columns})")
    if rows:
        # One Arrow table a time: row by row takes seconds.
        values = [list(column) for column in zip(*rows, strict=True)]
        names = [f"column_{place}" for place in range(len(values))]
        opened.register("told", pa.table(values, names=names))
        opened.execute(f"insert into {name} select * from told")
        opened.unregister("told")


def key(record: str) -> tuple[str, str, str]:
    """Take a record's key apart."""
    system, kind, name = record.split(":")
    return system, kind, name
