"""The readers of files: CSV, Parquet and Excel workbooks, each as a `Sheet`."""

from collections.abc import Callable, Sequence
from datetime import date

import pyarrow as pa
import pyarrow.parquet as arrow_parquet

from pipelines.sources.files.csv_files import read_csv
from pipelines.sources.files.headers import HeaderError, forgiven
from pipelines.sources.files.places import Place
from pipelines.sources.files.sheets import Ragged, Sheet, trimmed, without_empty_rows
from pipelines.sources.files.typed import at_once
from pipelines.sources.files.workbooks import Row, as_date, read_workbook


def read_sheet(place: Place, is_day: Callable[[str], bool]) -> Sheet:
    """Read ``place``. ``is_day`` tells which headers are of dates.

    Raises HeaderError in words a bookkeeper understands.
    """
    suffix = place.path.suffix.lower()
    if suffix == ".parquet":
        sheet = _parquet(place)
    elif suffix == ".xlsx":
        sheet = _workbook(place, is_day)
    else:
        sheet = read_csv(place)
    return without_empty_rows(sheet)


def _parquet(place: Place) -> Sheet:
    try:
        table = arrow_parquet.read_table(place.path)
        texts = at_once(lambda column: column.cast(pa.string()), table.columns)
        cells = tuple(at_once(trimmed, texts))
    except pa.ArrowException as error:
        raise HeaderError(f"{place} cannot be read: {error}.") from None
    numbers = pa.array(range(2, table.num_rows + 2), pa.int64())
    return Sheet(str(place), tuple(table.column_names), cells, numbers)


def _workbook(place: Place, is_day: Callable[[str], bool]) -> Sheet:
    rows, epoch = read_workbook(place.path, place.sheet)
    return grid(str(place), rows, epoch, is_day)


def grid(
    place: str, rows: Sequence[Row], epoch: date, is_day: Callable[[str], bool]
) -> Sheet:
    """Return numbered rows of texts as a `Sheet`; days counted from ``epoch`` as days.

    Raises HeaderError when there is no header.
    """
    header = [text or "" for text in rows[0][1]] if rows else []
    if not any(header):
        raise HeaderError(f"{place}: the first row is empty. Put the headers there.")
    below = [(number, row + [None] * (len(header) - len(row))) for number, row in rows]
    below = below[1:]
    cells = []
    for at, name in enumerate(header):
        texts = [row[at] for _, row in below]
        if is_day(forgiven(name)):
            texts = [as_date(text, epoch) for text in texts]
        cells.append(trimmed(pa.array(texts, pa.string())))
    wide = tuple(
        Ragged(number, ",".join(text or "" for text in row), len(row))
        for number, row in below
        if any(row[len(header) :])
    )
    kept = pa.array([not any(row[len(header) :]) for _, row in below], pa.bool_())
    return Sheet(
        place,
        tuple(header),
        tuple(column.filter(kept) for column in cells),
        pa.array([number for number, _ in below], pa.int64()).filter(kept),
        wide,
    )
