"""CSV files as texts: any separator, any encoding that Excel writes."""

import csv
import io
from collections.abc import Sequence

import pyarrow as pa
import pyarrow.csv as arrow_csv

from pipelines.sources.files.encodings import as_utf8
from pipelines.sources.files.headers import HeaderError
from pipelines.sources.files.places import Place
from pipelines.sources.files.sheets import Ragged, Sheet, trimmed
from pipelines.sources.files.typed import at_once


def read_csv(place: Place) -> Sheet:
    """Read a CSV file. Raises HeaderError in words a bookkeeper understands."""
    read = as_utf8(place.path.read_bytes())
    # Excel writes and reads a line such as `sep=;` above the headers.
    n_above = int(read.content[:4].lower() == b"sep=")
    lines = read.content.split(b"\n", n_above + 1)
    first_line = lines[n_above] if len(lines) > n_above else b""
    if not first_line.strip():
        raise HeaderError(f"{place}: the first row is empty. Put the headers there.")
    delimiter = max((",", ";", "\t"), key=lambda mark: first_line.count(mark.encode()))
    ragged: list[Ragged] = []

    def set_aside(row: arrow_csv.InvalidRow) -> str:
        ragged.append(Ragged(row.number, row.text, row.actual_columns))
        return "skip"

    header = _header(b"\n".join(lines[n_above:]), delimiter)
    names = [str(position) for position in range(len(header))]
    try:
        table = arrow_csv.read_csv(
            pa.BufferReader(read.content),
            # One thread: only then does Arrow know the number of a row.
            read_options=arrow_csv.ReadOptions(
                use_threads=False, skip_rows=n_above + 1, column_names=names
            ),
            parse_options=arrow_csv.ParseOptions(
                delimiter=delimiter,
                newlines_in_values=True,
                ignore_empty_lines=False,
                invalid_row_handler=set_aside,
            ),
            convert_options=arrow_csv.ConvertOptions(
                column_types={name: pa.string() for name in names},
                strings_can_be_null=False,
            ),
        )
    except pa.ArrowInvalid as error:
        raise HeaderError(
            f"{place} cannot be read: {error}. Perhaps a quotation mark is never "
            "closed. The table was not loaded."
        ) from None
    taken = [row.row_number for row in ragged]
    numbers = _numbers(n_above + 2, table.num_rows, taken)
    if table.num_rows and not read.content.rstrip().endswith(b'"'):
        _refuse_open_quote(place, table.columns[-1][-1].as_py(), numbers[-1].as_py())
    return Sheet(
        str(place),
        tuple(header),
        tuple(at_once(trimmed, table.columns)),
        numbers,
        tuple(ragged),
        read.note,
    )


def _header(content: bytes, delimiter: str) -> list[str]:
    text = io.TextIOWrapper(io.BytesIO(content), encoding="utf-8", newline="")
    return next(csv.reader(text, delimiter=delimiter))


def _numbers(first: int, n_rows: int, taken: Sequence[int]) -> pa.Array:
    """Return the numbers of rows from ``first`` on, without those that were taken."""
    gone = set(taken)
    if not gone:
        return pa.array(range(first, first + n_rows), pa.int64())
    numbers = (n for n in range(first, first + n_rows + len(gone)) if n not in gone)
    return pa.array(numbers, pa.int64())


def _refuse_open_quote(place: Place, last_cell: str, row_number: int) -> None:
    """Raise HeaderError when the last cell has swallowed the rows below it."""
    if "\n" in last_cell:
        raise HeaderError(
            f"{place}: a quotation mark in row {row_number} is never closed, so that "
            "the rows below it cannot be told apart. Close it, or remove it. The table "
            "was not loaded."
        )
