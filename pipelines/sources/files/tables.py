"""A file as rows of a common table: loaded, set aside with a reason, or said twice.

Rows in the file = rows loaded + rows set aside + exact duplicates.
"""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from zoneinfo import ZoneInfo

import pyarrow as pa
import pyarrow.compute as pc

from pipelines.common_model import Table
from pipelines.sources.files.cells import ARROW_TYPES, type_column
from pipelines.sources.files.headers import match_headers
from pipelines.sources.files.keys import filled_keys, sort_out
from pipelines.sources.files.reasons import CellError
from pipelines.sources.files.sheets import Sheet, read_sheet


@dataclass(frozen=True)
class SetAside:
    """A row that was not loaded: where it stands, why, and what it says."""

    row_number: int
    row_key: str
    reason_code: str
    reason: str
    payload: str
    """The row as JSON texts, for the restricted schema and for replay."""


@dataclass(frozen=True)
class FileRows:
    """What became of every row of a file."""

    rows: pa.Table
    """The rows that can be loaded, exact duplicates included."""

    set_aside: tuple[SetAside, ...]
    n_read: int
    n_duplicate: int
    extras: tuple[str, ...]


def read_rows(path: Path, table: Table, zone: ZoneInfo) -> FileRows:
    """Read ``path`` as ``table``. Raises HeaderError when it is not that table."""
    sheet = read_sheet(path)
    headers = match_headers(sheet.file, sheet.header, table)
    problems: dict[int, list[CellError]] = {}
    columns: dict[str, pa.Array] = {}
    nothing = pa.nulls(len(sheet.row_numbers), pa.string())
    for column in table.columns:
        position = headers.positions.get(column.name)
        texts = nothing if position is None else sheet.cells[position]
        typed = type_column(texts, column, zone)
        columns[column.name] = (
            pc.fill_null(typed.values, False)
            if column.name == "is_deleted"
            else typed.values
        )
        for at, error in typed.problems.items():
            problems.setdefault(at, []).append(error)
    rows = filled_keys(pa.table(columns, schema=arrow_schema(table)), table)
    sorted_out = sort_out(rows, table, excluding=problems)
    for at, error in sorted_out.conflicts.items():
        problems[at] = [error]
    rejected = [
        _set_aside(sheet, table, rows, at, problems[at]) for at in sorted(problems)
    ]
    ragged = [
        SetAside(
            row.row_number,
            "",
            "json_truncated",
            f"The row has {row.n_cells} cells, the header {len(sheet.header)}. "
            "Correct the row; text with commas needs quotation marks.",
            json.dumps({"text": row.text}),
        )
        for row in sheet.ragged
    ]
    return FileRows(
        rows.filter(_kept(len(rows), problems)),
        (*rejected, *ragged),
        n_read=len(rows) + len(ragged),
        n_duplicate=len(sorted_out.duplicates),
        extras=headers.extras,
    )


def arrow_schema(table: Table) -> pa.Schema:
    """Return the types in which rows of ``table`` reach the warehouse."""
    return pa.schema([(c.name, ARROW_TYPES[c.kind]) for c in table.columns])


def _kept(n_rows: int, dropped: Iterable[int]) -> pa.Array:
    positions = pa.array(range(n_rows), pa.int64())
    return pc.invert(pc.is_in(positions, pa.array(sorted(dropped), pa.int64())))


def _set_aside(
    sheet: Sheet, table: Table, rows: pa.Table, at: int, errors: list[CellError]
) -> SetAside:
    said = {
        name.strip(): sheet.cells[position][at].as_py()
        for position, name in enumerate(sheet.header)
    }
    key = "|".join(str(rows[name][at].as_py() or "") for name in table.key)
    told = "; ".join(str(error) for error in errors)
    return SetAside(
        sheet.row_numbers[at].as_py(),
        key,
        errors[0].code,
        f"{told[:1].upper()}{told[1:]}.",
        json.dumps(said, ensure_ascii=False),
    )
