"""Excel workbooks as texts: numbers as Excel shows them, dates as ISO 8601.

A workbook says more than a CSV file (what is a date, what is a number) and hides more:
merged cells, formulas that were never computed, hidden sheets, a calendar that may
begin in 1904. What cannot be told for certain is said, never guessed.
"""

import re
import zipfile
from collections.abc import Mapping, Sequence
from datetime import date, datetime, time
from decimal import Decimal
from pathlib import Path
from typing import Any

from pipelines.sources.files.headers import HeaderError

SERIALS = (20_000, 74_000)
"""Days since 1900 that a date column may mean: from 1954 to 2102."""

Row = tuple[int, list[str | None]]


def sheet_names(path: Path) -> Mapping[str, bool]:
    """Return each sheet of a workbook, and whether it is visible.

    Raises HeaderError when the file is no workbook, or nobody may open it.
    """
    book = _opened(path)
    try:
        return {
            sheet.title: sheet.sheet_state == "visible" for sheet in book.worksheets
        }
    finally:
        book.close()


def read_workbook(path: Path, sheet: str | None) -> tuple[list[Row], date]:
    """Return the rows of a sheet with their numbers, and day 0 of its calendar.

    Without a name the first sheet is read. Raises HeaderError for merged cells.
    """
    book = _opened(path)
    try:
        found = book[sheet] if sheet else book.worksheets[0]
        for merged in _merged(path, found):
            raise HeaderError(
                f"{path}, sheet {found.title}: the cells {merged} are merged, and only "
                "the first of them would be read. Unmerge them, fill each cell, and "
                "give every column its own header."
            )
        unread = _without_result(path, found.title, _xml(path, found))
        rows = [
            (number, [unread.get((number, at)) or said(v) for at, v in enumerate(row)])
            for number, row in enumerate(found.iter_rows(values_only=True), start=1)
        ]
        return rows, book.epoch.date()
    finally:
        book.close()


def said(value: Any) -> str | None:
    """Return a cell as text. Excel keeps 15 digits of a number, and so do we."""
    if value is None:
        return None
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, float):
        return f"{Decimal(f'{value:.15g}'):f}"
    if isinstance(value, datetime):
        return (
            value.date().isoformat()
            if value.time() == time()
            else value.replace(microsecond=0).isoformat()
        )
    if isinstance(value, date):
        return value.isoformat()
    return str(value)


def as_date(text: str | None, epoch: date) -> str | None:
    """Return a number of days in a date column as the day that Excel would show."""
    if text is None or not re.fullmatch(r"\d{5}(\.\d+)?", text):
        return text
    if not SERIALS[0] <= float(text) <= SERIALS[1]:
        return text
    # Slow import: only a workbook says a day as a number.
    from openpyxl.utils.datetime import from_excel

    return said(from_excel(float(text), datetime.combine(epoch, time())))


def _opened(path: Path, *, computed: bool = True) -> Any:
    # Slow import: openpyxl takes a second, and most firms keep no workbook.
    from openpyxl import load_workbook
    from openpyxl.utils.exceptions import InvalidFileException

    try:
        return load_workbook(path, read_only=True, data_only=computed)
    except (InvalidFileException, zipfile.BadZipFile, KeyError, OSError, ValueError):
        raise HeaderError(
            f"{path} cannot be opened as a workbook. Perhaps it has a password, or is "
            "an older format: open it in Excel and save it as .xlsx without a password."
        ) from None


def _xml(path: Path, sheet: Any) -> str:
    with zipfile.ZipFile(path) as packed:
        return packed.read(sheet._worksheet_path.lstrip("/")).decode("utf-8", "replace")


def _merged(path: Path, sheet: Any) -> Sequence[str]:
    return re.findall(r'<(?:\w+:)?mergeCell ref="([A-Z0-9:]+)"', _xml(path, sheet))


def _without_result(path: Path, sheet: str, xml: str) -> dict[tuple[int, int], str]:
    """Return the formulas that no program has computed yet, by row and position."""
    if not re.search(r"<(?:\w+:)?f[ >]", xml):
        return {}
    computed, written = _opened(path), _opened(path, computed=False)
    try:
        both = zip(
            computed[sheet].iter_rows(values_only=True),
            written[sheet].iter_rows(values_only=True),
            strict=True,
        )
        return {
            (number, at): str(formula)
            for number, (results, formulas) in enumerate(both, start=1)
            for at, formula in enumerate(formulas)
            if str(formula).startswith("=") and results[at] is None
        }
    finally:
        computed.close()
        written.close()
