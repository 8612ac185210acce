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
    first_line = read.content.split(b"\n", 1)[0]
    if not first_line.strip():
        raise HeaderError(f"{place}: the first row is empty. Put the headers there.")
    delimiter = max((",", ";", "\t"), key=lambda mark: first_line.count(mark.encode()))
    ragged: list[Ragged] = []

    def set_aside(row: arrow_csv.InvalidRow) -> str:
        ragged.append(Ragged(row.number, row.text, row.actual_columns))
        return "skip"

    header = _header(read.content, delimiter)
    names = [str(position) for position in range(len(header))]
    try:
        table = arrow_csv.read_csv(
            pa.BufferReader(read.content),
            # One thread: only then does Arrow know the number of a row.
            read_options=arrow_csv.ReadOptions(
                use_threads=False, skip_rows=1, column_names=names
            ),
            parse_options=arrow_csv.ParseOptions(
                delimiter=delimiter,
                newlines_in_values=True,
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
            "closed. Nothing was loaded."
        ) from None
    return Sheet(
        str(place),
        tuple(header),
        tuple(at_once(trimmed, table.columns)),
        _without(table.num_rows, [row.row_number for row in ragged]),
        tuple(ragged),
        read.note,
    )


def _header(content: bytes, delimiter: str) -> list[str]:
    text = io.TextIOWrapper(io.BytesIO(content), encoding="utf-8", newline="")
    return next(csv.reader(text, delimiter=delimiter))


def _without(n_rows: int, taken: Sequence[int]) -> pa.Array:
    gone = set(taken)
    if not gone:
        return pa.array(range(2, n_rows + 2), pa.int64())
    numbers = (n for n in range(2, n_rows + len(gone) + 2) if n not in gone)
    return pa.array(numbers, pa.int64())
