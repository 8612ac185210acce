"""A file as texts: its header row, and its rows before anyone gives them a type."""

import csv
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.csv as arrow_csv
import pyarrow.parquet as arrow_parquet

from pipelines.sources.files.headers import HeaderError

SUFFIXES = (".csv", ".parquet")


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


def find_file(folder: Path, name: str) -> Path | None:
    """Return the file of a table, or None when the firm has none.

    Raises HeaderError when there are two, because one of them would be ignored.
    """
    found = [
        folder / f"{name}{suffix}"
        for suffix in SUFFIXES
        if (folder / f"{name}{suffix}").exists()
    ]
    if len(found) > 1:
        raise HeaderError(
            f"{folder} holds {name}.csv and {name}.parquet. Keep one of them."
        )
    return found[0] if found else None


def read_sheet(path: Path) -> Sheet:
    """Read ``path``. Raises HeaderError in words a bookkeeper understands."""
    return _parquet(path) if path.suffix == ".parquet" else _csv(path)


def _csv(path: Path) -> Sheet:
    start = path.open("rb").read(65_536)
    if start[:2] in (b"\xff\xfe", b"\xfe\xff"):
        raise HeaderError(f"{path}: save the file as CSV UTF-8; it is UTF-16.")
    first_line = start.removeprefix(b"\xef\xbb\xbf").split(b"\n", 1)[0]
    if not first_line.strip():
        raise HeaderError(f"{path}: the first row is empty. Put the headers there.")
    delimiter = max((",", ";", "\t"), key=lambda mark: first_line.count(mark.encode()))
    ragged: list[Ragged] = []

    def set_aside(row: arrow_csv.InvalidRow) -> str:
        ragged.append(Ragged(row.number, row.text, row.actual_columns))
        return "skip"

    try:
        header = _header(path, delimiter)
        table = arrow_csv.read_csv(
            path,
            # One thread: only then does Arrow know the number of a row.
            read_options=arrow_csv.ReadOptions(
                use_threads=False, skip_rows=1, column_names=_numbered(header)
            ),
            parse_options=arrow_csv.ParseOptions(
                delimiter=delimiter,
                newlines_in_values=True,
                invalid_row_handler=set_aside,
            ),
            convert_options=arrow_csv.ConvertOptions(
                column_types={name: pa.string() for name in _numbered(header)},
                strings_can_be_null=False,
            ),
        )
    except pa.ArrowInvalid as error:
        told = str(error)
        if "UTF8" in told or "utf-8" in told.lower():
            told = "it is not UTF-8; save it as CSV UTF-8"
        raise HeaderError(
            f"{path} cannot be read: {told}. Nothing was loaded."
        ) from None
    return Sheet(
        str(path),
        tuple(header),
        tuple(_trimmed(column.combine_chunks()) for column in table.columns),
        _without(table.num_rows, [row.row_number for row in ragged]),
        tuple(ragged),
    )


def _header(path: Path, delimiter: str) -> list[str]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return next(csv.reader(file, delimiter=delimiter))


def _numbered(header: Sequence[str]) -> list[str]:
    return [str(position) for position in range(len(header))]


def _without(n_rows: int, taken: Sequence[int]) -> pa.Array:
    gone = set(taken)
    numbers = (n for n in range(2, n_rows + len(gone) + 2) if n not in gone)
    return pa.array(numbers, pa.int64())


def _trimmed(texts: pa.Array) -> pa.Array:
    trimmed = pc.utf8_trim_whitespace(texts)
    return pc.if_else(pc.equal(trimmed, ""), pa.scalar(None, pa.string()), trimmed)


def _parquet(path: Path) -> Sheet:
    try:
        table = arrow_parquet.read_table(path)
        cells = tuple(
            _trimmed(column.combine_chunks().cast(pa.string()))
            for column in table.columns
        )
    except pa.ArrowException as error:
        raise HeaderError(f"{path} cannot be read: {error}.") from None
    return Sheet(
        str(path), tuple(table.column_names), cells, _without(table.num_rows, [])
    )
