"""Rows as an Excel workbook: a sheet that says what it is, then one sheet a list."""

import io
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from decimal import Decimal

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.styles import Font
from openpyxl.utils import get_column_letter

from dashboards.export import described, safe
from dashboards.warehouse import Row

LONGEST = 32_767
"""Characters that one cell can hold."""


def written(
    told: Mapping[str, str], firm: Row, sheets: Mapping[str, Sequence[Row]]
) -> bytes:
    """Return the workbook's bytes; ``told`` and the firm fill its first sheet.

    Amounts and dates are numbers of Excel's own, so they can be added up there. Text
    that Excel would run as a formula is quoted, as in the CSV.
    """
    book = Workbook(write_only=True)
    about = book.create_sheet("About")
    about.column_dimensions["A"].width = 22
    about.column_dimensions["B"].width = 70
    for name, value in {**told, **described(firm)}.items():
        about.append([name, safe(value)])
    for title, rows in sheets.items():
        sheet = book.create_sheet(title)
        columns = list(rows[0]) if rows else ["no rows"]
        sheet.freeze_panes = "A2"
        for place, column in enumerate(columns, start=1):
            sheet.column_dimensions[get_column_letter(place)].width = max(
                14, len(column) + 2
            )
        head = [WriteOnlyCell(sheet, value=column) for column in columns]
        for cell in head:
            cell.font = Font(bold=True)
        sheet.append(head)
        for row in rows:
            sheet.append([_value(row[column]) for column in columns])
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _value(value: object) -> object:
    """Return what a cell holds: an amount, a date, or text that is no formula."""
    is_excels_own = isinstance(value, bool | int | Decimal | date | datetime)
    if is_excels_own:
        return value
    return ILLEGAL_CHARACTERS_RE.sub(" ", safe(value))[:LONGEST]
