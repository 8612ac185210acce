"""A workbook keeps numbers as numbers, and no text of it runs, here or as CSV."""

import io
from datetime import date
from decimal import Decimal

from openpyxl import load_workbook

from pipelines.workbook import LONGEST, Sheet, written

HOSTILE = (
    *("=1+1", "+1", "-1", "@sum(a1)", "\t=1", "\r=1", " =1"),
    *("=cmd|' /c'!a0", "'=1", "-", "=", '=HYPERLINK("x")'),
)
RUNS = ("=", "+", "-", "@", "\t", "\r")


def test_no_text_is_a_formula_or_becomes_one_outside() -> None:
    sheet = Sheet("Rows", HOSTILE[:1], [(text,) for text in HOSTILE], [HOSTILE[:1]])
    book = load_workbook(io.BytesIO(written([sheet])))
    cells = [cell for row in book["Rows"] for cell in row]

    assert {cell.data_type for cell in cells} == {"s"}
    assert not [cell.value for cell in cells if str(cell.value).startswith(RUNS)]
    told = {str(cell.value).removeprefix("'") for cell in cells}
    assert {text.strip().removeprefix("'") for text in HOSTILE} == {
        text.strip() for text in told
    }


def test_amounts_counts_and_days_are_excels_own() -> None:
    row = (Decimal("-1.10"), 3, date(2026, 5, 31), True, None)
    book = load_workbook(io.BytesIO(written([Sheet("Rows", "abcde", [row])])))
    amount, count, day, is_so, nothing = book["Rows"][2]

    assert (amount.value, amount.number_format) == (-1.1, "#,##0.00")
    assert count.value == 3 and day.is_date and nothing.value is None
    assert is_so.value == "yes"


def test_a_text_that_no_cell_can_hold_is_cut_and_cleaned() -> None:
    sheet = Sheet("Rows", ["what"], [["a\x0bb" + "c" * 40_000]])
    told = str(load_workbook(io.BytesIO(written([sheet])))["Rows"]["A2"].value)

    assert told.startswith("a bc") and len(told) == LONGEST
