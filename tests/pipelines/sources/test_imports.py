"""Files: every row of a file is loaded, set aside with a reason, or a duplicate."""

from datetime import date, datetime
from decimal import Decimal
from pathlib import Path

from tests.pipelines.sources.firm_of_files import asked, firm_with_files, loaded

HEADER = "time_entry_id,project_id,person_id,work_date,hours,updated_at,is_deleted\n"
GOOD = "T1,P1,R1,2026-05-01,7.50,2026-05-01T10:00:00-04:00,false\n"


def test_a_file_is_loaded_with_the_types_of_the_common_model(tmp_path: Path) -> None:
    header = HEADER.replace("time_entry_id", "\ufeffTime Entry ID").replace(",", " ,")
    firm = firm_with_files(tmp_path, psa__time_entries=header + GOOD)
    assert loaded(firm)["time_entries"].n_loaded == 1
    assert asked(
        firm,
        "select connection, hours, work_date, updated_at, is_deleted, role "
        "from raw_imports_psa.time_entries",
    ) == [
        (
            "imports_psa",
            Decimal("7.5"),
            date(2026, 5, 1),
            datetime(2026, 5, 1, 14),
            False,
            None,
        )
    ]


def test_rows_in_the_file_are_rows_loaded_set_aside_or_duplicate(
    tmp_path: Path,
) -> None:
    rows = [
        GOOD,
        GOOD,
        "T2,P1,R1,2026-02-30,7.5,,\n",
        "T3,P1,R1,03/04/2026,7.5,,\n",
        'T4,P1,R1,2026-05-01,"7,5",,\n',
        ",P1,R1,2026-05-01,7.5,,\n",
        "T5,P1\n",
        "T6,P1,R1,2026-05-01,7.5,,maybe\n",
        "T7,P1,R1,2026-05-01,7.5,2026-05-01,\n",
        "T7,P1,R1,2026-05-01,8.5,2026-05-02,\n",
    ]
    firm = firm_with_files(tmp_path, psa__time_entries=HEADER + "".join(rows))
    told = loaded(firm)["time_entries"]
    assert (told.n_read, told.n_loaded, told.n_quarantined, told.n_duplicate) == (
        10,
        2,
        7,
        1,
    )
    assert asked(
        firm,
        "select row_number, row_key, reason_code from quality.quarantine order by all",
    ) == [
        (3, "T1", "key_duplicate_same"),
        (4, "T2", "date_invalid"),
        (5, "T3", "date_ambiguous"),
        (6, "T4", "amount_text_locale"),
        (7, "", "key_empty"),
        (8, "", "json_truncated"),
        (9, "T6", "enum_unknown"),
        (10, "T7", "key_duplicate_conflict"),
    ]


def test_a_missing_required_column_stops_that_table_and_names_the_nearest_header(
    tmp_path: Path,
) -> None:
    wrong = HEADER.replace("hours", "hrs_worked") + GOOD
    people = "person_id,person_name\nR1,Ada\n"
    firm = firm_with_files(tmp_path, psa__time_entries=wrong, psa__people=people)
    told = loaded(firm)
    assert told["people"].n_loaded == 1
    assert not told["time_entries"].is_complete
    for said in ("time_entries.csv", "column hours", '"hrs_worked"'):
        assert said in told["time_entries"].problem


def test_every_missing_column_is_named_and_a_header_stands_for_the_nearest(
    tmp_path: Path,
) -> None:
    wrong = "invoice_id,custmer_id,invoice_date\nI1,A1,2026-05-20\n"
    firm = firm_with_files(tmp_path, accounting__invoices=wrong)
    problem = loaded(firm)["invoices"].problem
    assert "columns invoice_number, customer_id, status cannot be found" in problem
    assert '"custmer_id"; rename it to customer_id' in problem
    assert "No header resembles invoice_number." in problem


def test_rows_that_leave_the_file_leave_the_warehouse(tmp_path: Path) -> None:
    people = "person_id,person_name\nR1,Ada\n"
    loaded(firm_with_files(tmp_path, psa__people=people + "R2,Bo\n"))
    firm = firm_with_files(tmp_path, psa__people=people)
    loaded(firm, "2")
    assert asked(firm, "select person_id from raw_imports_psa.people") == [("R1",)]


def test_an_amount_that_is_not_plain_is_set_aside_with_its_own_code(
    tmp_path: Path,
) -> None:
    codes = {
        "1.200,50": "amount_text_locale",
        "1,200.50": "amount_thousands",
        "(12.00)": "amount_parenthesis_negative",
        "$12.00": "amount_currency_symbol",
        "12.005": "amount_scale",
        "NaN": "json_nan_inf",
        "99999999999999999": "amount_overflow",
        "": "amount_empty",
    }
    rows = [f'D1,P{at},"{amount}"\n' for at, amount in enumerate(codes)]
    header = "deal_id,project_id,share_amount\nD1,P,5\n"
    firm = firm_with_files(tmp_path, crm__deal_shares=header + "".join(rows))
    loaded(firm)
    assert asked(
        firm, "select reason_code from quality.quarantine order by row_number"
    ) == [(code,) for code in codes.values()]
    assert asked(firm, "select share_amount from raw_imports_crm.deal_shares") == [(5,)]
