"""Whole rows that cannot be true: days in the wrong order, hours, signs, totals."""

from collections.abc import Iterator

import pyarrow as pa
import pyarrow.compute as pc

from pipelines.common_model import Table
from pipelines.sources.files.reasons import CellError
from pipelines.sources.files.typed import positions

PERIODS = (
    ("start_date", "end_date"),
    ("service_start_date", "service_end_date"),
    ("valid_from", "valid_to"),
    ("from_date", "to_date"),
)
NEVER_NEGATIVE = ("bill_rate", "cost_rate", "rate", "exchange_rate", "cap_amount")
A_DAY = ("hours", "off_hours", "hours_per_day")
TOTALS = {
    *("total", "totals", "grand total", "sum", "subtotal", "summe", "gesamt"),
    *("gesamtsumme", "total general", "totale", "somme", "suma", "totaal"),
}


def untrue(rows: pa.Table, table: Table) -> Iterator[tuple[int, CellError]]:
    """Yield position and reason of every row that cannot be true."""
    there = {column.name for column in table.columns}
    for start, end in PERIODS:
        if {start, end} <= there:
            for at in positions(pc.less(rows[end], rows[start])):
                said = f"{end} {rows[end][at]} is before {start} {rows[start][at]}"
                yield at, CellError("date_end_before_start", f"{said}; correct one")
    for name in A_DAY:
        if name in there:
            for at in positions(pc.greater(rows[name], pa.scalar(24))):
                said = f"{name} is {rows[name][at].as_py():f}, more than a day has"
                yield at, CellError("hours_over_24", f"{said}; split it by day")
    for column in table.columns:
        if column.name in NEVER_NEGATIVE or "hours" in column.name.split("_"):
            code = "amount_negative_unexpected"
            if column.name not in NEVER_NEGATIVE:
                code = "hours_negative"
            if column.kind in ("money", "unit", "rate"):
                for at in positions(pc.less(rows[column.name], pa.scalar(0))):
                    said = f"{column.name} is {rows[column.name][at].as_py():f}"
                    yield at, CellError(code, f"{said}; it cannot be negative")


def total(rows: pa.Table, table: Table, at: int) -> bool:
    """Return whether a row is the sum below a column and no record at all."""
    key = str(rows[table.key[0]][at].as_py() or "").strip(" :").lower()
    texts = (
        str(rows[column.name][at].as_py() or "").strip(" :").lower()
        for column in table.columns
        if column.kind == "text"
    )
    return key in TOTALS or (not key and any(text in TOTALS for text in texts))
