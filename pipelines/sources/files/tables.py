"""A file as rows of a common table: loaded, set aside with a reason, or said twice.

Rows in the file = rows loaded + rows set aside + exact duplicates.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from zoneinfo import ZoneInfo

import pyarrow as pa
import pyarrow.compute as pc

from pipelines.common_model import Column, Table
from pipelines.sources import Rejected
from pipelines.sources.files.cells import ARROW_TYPES, type_column
from pipelines.sources.files.facts import total, untrue
from pipelines.sources.files.headers import match_headers
from pipelines.sources.files.keys import filled_keys, sort_out
from pipelines.sources.files.places import Place
from pipelines.sources.files.readers import read_sheet
from pipelines.sources.files.reasons import CellError
from pipelines.sources.files.sheets import Sheet
from pipelines.sources.files.told import ragged, told
from pipelines.sources.files.typed import Typed, at_once

Problems = dict[int, list[CellError]]


@dataclass(frozen=True)
class FileRows:
    """What became of every row of a file."""

    rows: pa.Table
    """The rows that can be loaded, exact duplicates included."""

    told: tuple[Rejected, ...]
    """The rows that were set aside or flagged."""

    extras: tuple[str, ...]
    """Headers that the common model does not know."""

    note: str
    """What a reader should know about how the file was read."""


def read_rows(
    place: Place, table: Table, zone: ZoneInfo, decimal: str = "."
) -> FileRows:
    """Read ``place`` as ``table``. Raises HeaderError when it is not that table."""
    return rows_of(read_sheet(place, is_day(table)), table, zone, decimal)


def is_day(table: Table) -> Callable[[str], bool]:
    """Return what tells whether a column of ``table`` is of dates or moments."""
    days = {c.name for c in table.columns if c.kind in ("date", "timestamp")}
    return days.__contains__


def rows_of(sheet: Sheet, table: Table, zone: ZoneInfo, decimal: str) -> FileRows:
    """Return what became of every row of ``sheet``. Raises HeaderError as read_rows."""
    headers = match_headers(sheet.file, sheet.header, table, sheet.first_rows())
    problems: Problems = {}
    flags: Problems = {}
    columns: dict[str, pa.Array] = {}
    nothing = pa.nulls(len(sheet.row_numbers), pa.string())

    def type_one(column: Column) -> Typed:
        position = headers.positions.get(column.name)
        texts = nothing if position is None else sheet.cells[position]
        return type_column(texts, column, zone, decimal)

    for column, typed in zip(
        table.columns, at_once(type_one, table.columns), strict=True
    ):
        columns[column.name] = (
            pc.fill_null(typed.values, False)
            if column.name == "is_deleted"
            else typed.values
        )
        _add(problems, typed.problems.items())
        _add(flags, typed.flags.items())
    rows = filled_keys(pa.table(columns, schema=arrow_schema(table)), table)
    _add(problems, untrue(rows, table))
    for at in list(problems):
        if total(rows, table, at):
            problems[at] = [CellError("key_empty", "the row is a total; leave it out")]
    sorted_out = sort_out(rows, table, excluding=problems)
    _add(problems, sorted_out.conflicts.items())
    _add(flags, sorted_out.flags.items())
    found = [(at, problems[at]) for at in sorted(problems)]
    found += [(at, flags[at]) for at in sorted(flags.keys() - problems.keys())]
    return FileRows(
        rows.filter(_kept(len(rows), problems)) if problems else rows,
        (*(told(sheet, table, rows, at, why) for at, why in found), *ragged(sheet)),
        headers.extras,
        sheet.note,
    )


def arrow_schema(table: Table) -> pa.Schema:
    """Return the types in which rows of ``table`` reach the warehouse."""
    return pa.schema([(c.name, ARROW_TYPES[c.kind]) for c in table.columns])


def _add(problems: Problems, found: Iterable[tuple[int, CellError]]) -> None:
    for at, error in found:
        problems.setdefault(at, []).append(error)


def _kept(n_rows: int, dropped: Iterable[int]) -> pa.Array:
    positions = pa.array(range(n_rows), pa.int64())
    return pc.invert(pc.is_in(positions, pa.array(sorted(dropped), pa.int64())))
