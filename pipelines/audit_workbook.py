"""An audit as a workbook: a summary, then a sheet for each question."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Any

from openpyxl import Workbook
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE, Cell
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

if TYPE_CHECKING:
    from pipelines.audit import Audit

WIDEST, LONGEST = 60, 32_767
"""Characters that a column is wide, and that one cell can hold."""

SUMMARY = (
    *("question", "what is counted", "items", "amount at stake"),
    *("items in the last audit", "change", "new", "gone"),
)


def write_workbook(audit: Audit, path: Path) -> None:
    """Write every number as a number and every text as text, never as a formula."""
    book = Workbook()
    summary = book.active
    assert isinstance(summary, Worksheet)
    summary.title = "summary"
    compared = audit.compared_with
    _rows(
        summary,
        [
            ("Quarterly audit of", audit.firm_name),
            ("as of", audit.as_of),
            ("currency", audit.currency_code),
            ("compared with the audit of", compared or "none before"),
            (),
            SUMMARY,
            *(
                (
                    one.section.title,
                    one.section.counts,
                    len(one.rows),
                    one.amount,
                    one.n_before,
                    one.change,
                    one.n_new if compared else None,
                    one.n_gone if compared else None,
                )
                for one in audit.sections
            ),
        ],
        header=6,
    )
    for one in audit.sections:
        sheet = book.create_sheet(one.section.name)
        _rows(sheet, [one.columns, *one.rows], header=1)
        sheet.freeze_panes = "A2"
    book.save(path)


def _rows(sheet: Worksheet, rows: Iterable[Sequence[Any]], header: int) -> None:
    widths: dict[int, int] = {}
    for number, row in enumerate(rows, start=1):
        for position, value in enumerate(row, start=1):
            cell = sheet.cell(number, position)
            assert isinstance(cell, Cell)
            _write(cell, value)
            if number == header:
                cell.font = Font(bold=True)
            wide = min(len(str(value)) + 2, WIDEST) if value is not None else 0
            widths[position] = max(widths.get(position, 8), wide)
    for position, wide in widths.items():
        sheet.column_dimensions[get_column_letter(position)].width = wide


def _write(cell: Cell, value: Any) -> None:
    if value is None:
        return
    if isinstance(value, bool):
        cell.value = "yes" if value else "no"
    elif isinstance(value, int | Decimal | date | datetime):
        cell.value = value
        if isinstance(value, Decimal):
            cell.number_format = "#,##0.00"
    else:
        text = ILLEGAL_CHARACTERS_RE.sub(" ", str(value))[:LONGEST]
        cell.value = text
        # openpyxl takes what begins with = for a formula; a text is a text.
        cell.data_type = "s"
        cell.alignment = Alignment(wrap_text=len(text) > WIDEST, vertical="top")
