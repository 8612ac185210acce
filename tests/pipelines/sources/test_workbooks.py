"""Workbooks as people keep them: what can be told is read, what cannot is said."""

from dataclasses import replace
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path

import pytest

from pipelines.firm import FirmError
from tests.pipelines.sources.firm_of_files import (
    asked,
    firm_with_files,
    loaded,
    write_workbook,
)

TIME = ["time_entry_id", "project_id", "person_id", "work_date", "hours", "updated_at"]
FIRST = ["T1", "P1", "R1", date(2026, 5, 1), 7.5, datetime(2026, 5, 1, 10)]


def firm_with_workbook(tmp_path, *rows, header=TIME, worse=None):
    firm = firm_with_files(tmp_path)
    path = tmp_path / "imports" / "psa.xlsx"
    book = write_workbook(path, **{"Time entries": [header, *rows]})
    if worse:
        worse(book["Time entries"])
        book.save(path)
    return firm


def problem(firm) -> str:
    told = loaded(firm)["time_entries"]
    assert not told.is_complete
    return told.problem


def test_a_sheet_per_table_is_loaded_with_exact_numbers_and_days(tmp_path) -> None:
    second = ["T2", 7, "R1", 46_143, 0.1 + 0.2, None]
    firm = firm_with_workbook(tmp_path, FIRST, second, [None] * 6)
    assert loaded(firm)["time_entries"].n_read == 2
    assert asked(
        firm,
        "select time_entry_id, project_id, work_date, hours, updated_at "
        "from raw_imports_psa.time_entries order by all",
    ) == [
        ("T1", "P1", date(2026, 5, 1), Decimal("7.5"), datetime(2026, 5, 1, 14)),
        ("T2", "7", date(2026, 5, 1), Decimal("0.3"), None),
    ]


def test_days_as_text_are_read_or_told_apart(tmp_path) -> None:
    rows = [["T1", "P1", "R1", said, 1] for said in ("2026-05-01", "3/4/2026")]
    rows[1][0] = "T2"
    firm = firm_with_workbook(tmp_path, *rows)
    assert loaded(firm)["time_entries"].n_loaded == 1
    assert asked(firm, "select reason_code from quality.quarantine") == [
        ("date_ambiguous",)
    ]


def test_a_calendar_that_begins_in_1904_gives_the_same_day(tmp_path) -> None:
    def from_1904(sheet) -> None:
        sheet.parent.epoch = datetime(1904, 1, 1)
        sheet["D3"] = 46_143 - 1462

    firm = firm_with_workbook(
        tmp_path, FIRST, ["T2", "P1", "R1", None, 1], worse=from_1904
    )
    loaded(firm)
    said = "select distinct work_date from raw_imports_psa.time_entries"
    assert asked(firm, said) == [(date(2026, 5, 1),)]


@pytest.mark.parametrize("cells", ["A1:B1", "B2:B3"])
def test_merged_cells_are_named(tmp_path, cells) -> None:
    told = problem(
        firm_with_workbook(
            tmp_path, FIRST, FIRST, worse=lambda sheet: sheet.merge_cells(cells)
        )
    )
    assert cells in told and "Unmerge" in told and "Time entries" in told


def test_headers_further_down_are_found_and_the_row_is_named(tmp_path) -> None:
    firm = firm_with_workbook(
        tmp_path, [None], TIME, FIRST, header=["Time of May"] + [None] * 5
    )
    assert "the headers stand in row 3" in problem(firm)


def test_a_total_below_the_rows_is_set_aside_as_a_total(tmp_path) -> None:
    total = ["Total", None, None, None, 7.5]
    firm = firm_with_workbook(tmp_path, FIRST, total)
    assert loaded(firm)["time_entries"].n_loaded == 1
    assert asked(firm, "select row_number, reason from quality.quarantine") == [
        (3, "The row is a total; leave it out.")
    ]


def test_a_formula_that_was_never_computed_is_told(tmp_path) -> None:
    firm = firm_with_workbook(tmp_path, FIRST, [*FIRST[:4], "=3+4"])
    loaded(firm)
    (told,) = asked(firm, "select reason from quality.quarantine where not is_loaded")
    assert "=3+4" in told[0] and "save it" in told[0]


def test_a_hidden_sheet_is_neither_read_nor_passed_over(tmp_path) -> None:
    def hide(sheet) -> None:
        sheet.parent.create_sheet("Notes")
        sheet.sheet_state = "hidden"

    firm = firm_with_workbook(tmp_path, FIRST, worse=hide)
    assert "is hidden" in problem(firm)


def test_what_is_no_workbook_is_told_for_every_table(tmp_path) -> None:
    firm = firm_with_files(tmp_path, psa__people="person_id,person_name\nR1,Ada\n")
    (tmp_path / "imports" / "psa.xlsx").write_bytes(b"not a workbook")
    told = loaded(firm)
    assert "without a password" in told["time_entries"].problem
    assert told["people"].n_loaded == 1


def test_a_table_in_two_places_is_not_read(tmp_path) -> None:
    firm = firm_with_workbook(tmp_path, FIRST)
    csv = tmp_path / "imports" / "psa" / "time_entries.csv"
    csv.parent.mkdir()
    csv.write_text(",".join(TIME))
    assert "Keep one of them" in problem(firm)


def test_a_folder_that_is_not_there_refuses_to_start(tmp_path: Path) -> None:
    firm = replace(firm_with_files(tmp_path), imports_folder=tmp_path / "elsewhere")
    with pytest.raises(FirmError, match="is not a folder"):
        loaded(firm)
