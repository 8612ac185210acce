"""What comes back every month is named with its end; the workbook adds up."""

from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from dashboards import filters, frame, recurring
from tests.dashboards.conftest import Visit
from tests.dashboards.published import change
from tests.dashboards.reading import answer, links, text

pytestmark = pytest.mark.usefixtures("build")


def three_months(build: Path) -> None:
    """Let every step of May have happened in March and April too."""
    for table in ("marts.revenue_bridge", "marts.revenue_bridge_evidence"):
        change(
            build,
            f"insert into {table} select * exclude (month) replace (month as period) "
            f"from {table} cross join (select unnest(['2026-03', '2026-04']) as month) "
            "where period = '2026-05'",
        )


def test_one_month_is_no_habit(visit: Visit) -> None:
    assert answer(visit("every_month")) == (
        "The firm: no difference that needs a fix keeps coming back."
    )


def test_what_came_back_three_times_is_named_with_its_fix(
    build: Path, visit: Visit
) -> None:
    three_months(build)
    shown = visit("every_month", client="core")

    assert "differences keep coming back." in answer(shown)
    led = {label: url for label, page, url in links(shown) if page == "where_to_fix"}
    assert led["Invoice issued twice"]["system"] == "accounting"
    assert "12,000.00" not in text(shown) and "36,000.00" in text(shown)
    assert "Work planned for later" not in led


def test_files_that_are_still_loaded_are_named_with_their_rows(visit: Visit) -> None:
    shown = text(visit("every_month"))

    assert "Google Sheets" in shown and "\n40\n" in shown
    assert "Imported files" in shown


def test_records_of_the_workbook_add_up_to_steps_and_steps_to_the_gap() -> None:
    book = load_workbook(
        BytesIO(recurring.reconciliation(filters.current(), frame.firm())())
    )
    numbers, steps, records = (
        rows(book[name]) for name in ("Numbers", "Steps", "Records")
    )
    of_core = {row["anchor"]: row["anchor_amount"] for row in numbers["core"]}
    moved = sum(
        row["step_amount"]
        for row in steps["core"]
        if row["segment"] == "accounting_to_billed"
    )

    assert of_core["billed"] - of_core["accounting_reported"] == pytest.approx(moved)
    for client, told in steps.items():
        assert sum(row["step_amount"] for row in told) == pytest.approx(
            sum(row["evidence_amount"] for row in records[client])
        )


def rows(sheet: Worksheet) -> dict[str, list[dict[str, object]]]:
    """Return the rows of a sheet by client."""
    head, *body = sheet.iter_rows(values_only=True)
    found: dict[str, list[dict[str, object]]] = {}
    for line in body:
        row = dict(zip(map(str, head), line, strict=True))
        found.setdefault(str(row["scope_id"]), []).append(row)
    return found


def test_the_workbook_says_what_it_is() -> None:
    made = recurring.reconciliation(filters.current(), frame.firm())()
    about = dict(load_workbook(BytesIO(made))["About"].iter_rows(values_only=True))

    assert about["Question"] == "Why are these numbers different?"
    assert about["Run"] == "run-1" and about["Invented data"] == "yes"
