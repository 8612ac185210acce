"""How a test writes a table of the published file."""

from collections.abc import Sequence
from datetime import UTC, datetime

import duckdb

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
        marks = ", ".join("?" for _ in rows[0])
        opened.executemany(f"insert into {name} values ({marks})", rows)


def key(record: str) -> tuple[str, str, str]:
    """Take a record's key apart."""
    system, kind, name = record.split(":")
    return system, kind, name
