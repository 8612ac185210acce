"""The kinds of raw columns: how each is read, stored and declared, exactly once."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

import pyarrow as pa

from pipelines.sources import RawTable
from pipelines.sources.values import (
    PRECISION,
    SCALE,
    Unreadable,
    read_boolean,
    read_date,
    read_decimal,
    read_integer,
    read_text,
    read_timestamp,
)

__all__ = ["CONNECTION", "KINDS", "Kind", "Unreadable", "arrow_schema"]

GONE = "gone_at"
"""The column of a raw table that says when a record was found to be gone."""

CONNECTION = "connection"
"""The column that says whose record it is; it stands first in every raw table."""


@dataclass(frozen=True)
class Kind:
    """One kind of column in Python, Arrow, dlt and DuckDB."""

    read: Callable[[Any], object]
    """Turns what an API says into a value. Raises Unreadable, never guesses."""

    arrow: pa.DataType
    dlt: Mapping[str, object]
    duckdb: str


KINDS: Mapping[str, Kind] = {
    "text": Kind(read_text, pa.string(), {"data_type": "text"}, "varchar"),
    "decimal": Kind(
        read_decimal,
        pa.decimal128(PRECISION, SCALE),
        {"data_type": "decimal", "precision": PRECISION, "scale": SCALE},
        f"decimal({PRECISION}, {SCALE})",
    ),
    "integer": Kind(read_integer, pa.int64(), {"data_type": "bigint"}, "bigint"),
    "boolean": Kind(read_boolean, pa.bool_(), {"data_type": "bool"}, "boolean"),
    "date": Kind(read_date, pa.date32(), {"data_type": "date"}, "date"),
    "timestamp": Kind(
        read_timestamp,
        pa.timestamp("us"),
        {"data_type": "timestamp", "timezone": False, "precision": 6},
        "timestamp",
    ),
}


def arrow_schema(table: RawTable) -> pa.Schema:
    """Return the table's columns, `connection` first, as Arrow knows them."""
    return pa.schema(
        [
            pa.field(CONNECTION, pa.string(), nullable=False),
            *(
                pa.field(name, KINDS[kind].arrow, nullable=name not in table.key)
                for name, kind in table.columns.items()
            ),
        ]
    )
