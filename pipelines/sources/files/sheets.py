"""A file as texts: its header row, and its rows before anyone gives them a type."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import pyarrow as pa
import pyarrow.compute as pc


@dataclass(frozen=True)
class Ragged:
    """A row with more or fewer cells than the header has."""

    row_number: int
    text: str
    n_cells: int


@dataclass(frozen=True)
class Sheet:
    """The header and the cells of a file, trimmed; empty cells are null."""

    file: str
    header: tuple[str, ...]
    cells: tuple[pa.Array, ...]
    """One array of texts for each header."""

    row_numbers: pa.Array
    """The number of each row in the file; the header is row 1."""

    ragged: tuple[Ragged, ...] = ()
    note: str = ""
    """What a reader should know about how the file was read."""

    def first_rows(self) -> Sequence[tuple[int, Sequence[str | None]]]:
        """Return the first rows and their numbers, to look for a header in them."""
        numbers = self.row_numbers.slice(0, 20).to_pylist()
        columns = [cells.slice(0, 20).to_pylist() for cells in self.cells]
        rows = list(zip(numbers, zip(*columns, strict=True), strict=True))
        return rows + [
            (row.row_number, row.text.split(",")) for row in self.ragged[:20]
        ]


def trimmed(column: pa.Array | pa.ChunkedArray) -> pa.Array:
    """Return texts without spaces around them; nothing but spaces is null."""
    texts = column.combine_chunks() if isinstance(column, pa.ChunkedArray) else column
    short = pc.utf8_trim_whitespace(texts)
    return pc.if_else(pc.equal(short, ""), pa.scalar(None, pa.string()), short)


def without_empty_rows(sheet: Sheet) -> Sheet:
    """Leave out rows in which no cell says anything: they are no records."""
    if not sheet.cells or min(cells.null_count for cells in sheet.cells) == 0:
        return sheet
    is_filled = pc.is_valid(sheet.cells[0])
    for cells in sheet.cells[1:]:
        is_filled = pc.or_(is_filled, pc.is_valid(cells))
    if pc.all(is_filled).as_py() is not False:
        return sheet
    return replace(
        sheet,
        cells=tuple(cells.filter(is_filled) for cells in sheet.cells),
        row_numbers=sheet.row_numbers.filter(is_filled),
    )
