"""Rows as an Excel workbook in which no text runs: the audit and the pages write it.

Amounts, counts and days are numbers of Excel's own, so that they add up there.
"""

import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter

from pipelines.quoted import quoted

NARROWEST, WIDEST, LONGEST = 8, 60, 32_767
"""Characters that a column is wide, and that one cell can hold."""
MEASURED_ROWS = 200
"""How many rows decide how wide a column is."""

Line = Sequence[Any]


@dataclass(frozen=True)
class Sheet:
    """One sheet: lines about it, a header, and its rows below."""

    title: str
    columns: Line
    rows: Sequence[Line]
    about: Sequence[Line] = ()


def written(sheets: Sequence[Sheet]) -> bytes:
    """Return the bytes of a workbook of ``sheets``, headers bold and in sight."""
    book = Workbook(write_only=True)
    for one in sheets:
        sheet = book.create_sheet(one.title)
        lines = [*one.about, one.columns, *one.rows[:MEASURED_ROWS]]
        for place, width in enumerate(_widths(lines), start=1):
            sheet.column_dimensions[get_column_letter(place)].width = width
        if not one.about:
            sheet.freeze_panes = "A2"
        for line in one.about:
            sheet.append(list(_cells(sheet, line)))
        head = list(_cells(sheet, one.columns))
        for cell in head:
            cell.font = Font(bold=True)
        sheet.append(head)
        for line in one.rows:
            sheet.append(list(_cells(sheet, line)))
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _widths(lines: Sequence[Line]) -> Iterator[int]:
    for place in range(max(len(line) for line in lines)):
        told = [len(str(line[place])) + 2 for line in lines if place < len(line)]
        yield max(NARROWEST, min(WIDEST, max(told)))


def _cells(sheet: Any, line: Line) -> Iterator[Any]:
    for value in line:
        cell = WriteOnlyCell(sheet, value=_value(value))
        if isinstance(value, Decimal):
            cell.number_format = "#,##0.00"
        if isinstance(cell.value, str) and len(cell.value) > WIDEST:
            cell.alignment = Alignment(wrap_text=True, vertical="top")
        yield cell


def _value(value: Any) -> Any:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if value is None or isinstance(value, int | Decimal | date | datetime):
        return value
    return ILLEGAL_CHARACTERS_RE.sub(" ", quoted(str(value)))[:LONGEST]
