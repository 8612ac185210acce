"""The file a page gives away: its head, its rows, its total, and no formula."""

import csv
import io
from datetime import date, datetime
from decimal import Decimal

from openpyxl import load_workbook

from dashboards.export import file_name, text, workbook

FIRM = {
    "firm_name": "Meridian",
    "is_invented": True,
    "as_of": date(2026, 5, 31),
    "run_at": datetime(2026, 6, 1, 2, 30),
    "run_id": "run-1",
    "code_version": "0.1.0",
    "reporting_currency": "USD",
}
ROWS = [
    {"label": "Credit note", "step_amount": Decimal("-900.00"), "note": "=1+1"},
    {"label": "@Scope, added", "step_amount": Decimal("3600.00"), "note": None},
]


def lines() -> list[list[str]]:
    written = text(
        "Why?", "Acme, To date", FIRM, ROWS, ("step_amount", Decimal("2700"))
    )
    return list(csv.reader(io.StringIO(written)))


def test_the_head_tells_question_filters_run_and_code() -> None:
    head = dict(line for line in lines() if line[0].startswith("#"))

    assert head["# Question"] == "Why?"
    assert head["# Filters"] == "Acme, To date"
    assert head["# Invented data"] == "true"
    assert head["# Run"] == "run-1"
    assert head["# As of"] == "2026-05-31"


def test_the_rows_and_their_total_follow() -> None:
    body = [line for line in lines() if not line[0].startswith("#")]

    assert body[0] == ["label", "step_amount", "note"]
    assert body[1][1] == "-900.00"
    assert body[-1] == ["Total", "2700", ""]


def test_no_text_cell_is_a_formula() -> None:
    body = [line for line in lines() if not line[0].startswith("#")]

    assert body[1][2] == "'=1+1"
    assert body[2][0] == "'@Scope, added"


def test_a_page_without_rows_still_gives_a_file() -> None:
    assert "no rows" in text("Why?", "Acme", FIRM, [])


def test_the_file_is_named_after_its_day() -> None:
    assert file_name("steps", FIRM) == "plumbline_steps_2026-05-31.csv"


def test_the_workbook_holds_the_rows_with_amounts_that_add_up() -> None:
    made = workbook("Why?", "Acme, To date", FIRM, {"Rows": ROWS, "None": []})
    book = load_workbook(io.BytesIO(made))

    assert dict(book["About"].values)["Filters"] == "Acme, To date"
    _, *rows = book["Rows"].values
    assert sum(Decimal(str(row[1])) for row in rows) == Decimal("2700")
    assert {row[2] for row in rows} == {"'=1+1", None}
    assert [*book["None"].values] == [("no rows",)]
