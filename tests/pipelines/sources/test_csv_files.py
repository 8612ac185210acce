"""CSV files as programs write them: encodings, separators, commas, odd rows."""

from dataclasses import replace
from decimal import Decimal

import pytest

from pipelines.sources.files.headers import HeaderError
from pipelines.sources.files.places import Place
from pipelines.sources.files.readers import read_sheet
from tests.pipelines.sources.firm_of_files import asked, firm_with_files, loaded

CLIENTS = "client_id,client_name\nC1,Café Müller\nC2,Łódź\n"
SHARES = "deal_id;project_id;share_amount\nD1;P1;1.200,50\nD1;P2;7,5\nD1;P3;1200\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le"])
def test_any_unicode_is_read(tmp_path, encoding) -> None:
    firm = firm_with_files(tmp_path, psa__clients=CLIENTS.encode(encoding))
    assert loaded(firm)["clients"].n_loaded == 2
    assert asked(firm, "select max(client_name) from raw_imports_psa.clients") == [
        ("Łódź",)
    ]


def test_what_excel_writes_as_plain_csv_is_read_and_said(tmp_path, caplog) -> None:
    said = CLIENTS.replace("Łódź", "Straße").encode("cp1252")
    firm = firm_with_files(tmp_path, psa__clients=said)
    loaded(firm)
    names = asked(firm, "select client_name from raw_imports_psa.clients order by 1")
    assert names == [("Café Müller",), ("Straße",)]
    assert "Windows-1252" in caplog.text


def test_a_line_in_another_encoding_is_told_apart(tmp_path) -> None:
    said = CLIENTS.encode() + "C3,Größe\n".encode("cp1252")
    firm = firm_with_files(tmp_path, psa__clients=said)
    assert loaded(firm)["clients"].n_loaded == 3
    assert asked(firm, "select row_number, reason_code from quality.quarantine") == [
        (4, "json_invalid_utf8")
    ]


def test_semicolons_are_read_and_commas_when_the_firm_says_so(tmp_path) -> None:
    firm = firm_with_files(tmp_path, crm__deal_shares=SHARES)
    assert loaded(firm)["deal_shares"].n_loaded == 1
    (reason,) = asked(firm, "select distinct reason_code from quality.quarantine")
    assert reason == ("amount_text_locale",)
    assert loaded(replace(firm, imports_decimal=","))["deal_shares"].n_loaded == 3
    said = "select sum(share_amount) from raw_imports_crm.deal_shares"
    assert asked(firm, said) == [(Decimal("2408"),)]


def test_a_column_that_changed_its_form_stops_its_table_only(tmp_path) -> None:
    rows = "".join(f"D1;P{n};{n},5\n" for n in range(20))
    firm = firm_with_files(tmp_path, crm__deal_shares=SHARES)
    loaded(firm)
    firm = firm_with_files(
        tmp_path,
        crm__deal_shares="deal_id;project_id;share_amount\n" + rows,
        psa__people="person_id,person_name\nR1,Ada\n",
    )
    told = loaded(firm, "2")
    assert told["people"].is_complete
    assert not told["deal_shares"].is_complete
    assert "20 of 20 records do not fit the column share_amount" in (
        told["deal_shares"].problem
    )
    said = "select count(*) from raw_imports_crm.deal_shares"
    assert asked(firm, said) == [(1,)]


def test_tables_that_are_absent_or_have_no_rows_are_empty(tmp_path) -> None:
    people = "person_id,person_name\nR1,Ada\n"
    firm = firm_with_files(tmp_path, psa__people=people, psa__clients=CLIENTS)
    loaded(firm)
    (tmp_path / "imports" / "psa" / "people.csv").unlink()
    loaded(firm_with_files(tmp_path, psa__clients="client_id,client_name\n"), "2")
    for table in ("people", "clients"):
        assert asked(firm, f"select count(*) from raw_imports_psa.{table}") == [(0,)]


def test_a_row_that_is_set_aside_keeps_its_last_good_version(tmp_path) -> None:
    loaded(firm_with_files(tmp_path, psa__people="person_id,person_name\nR1,Ada\n"))
    firm = firm_with_files(tmp_path, psa__people="person_id,person_name\nR1,---\n")
    loaded(firm, "2")
    assert asked(firm, "select person_name from raw_imports_psa.people") == [("Ada",)]


def test_rows_of_commas_are_no_rows(tmp_path) -> None:
    firm = firm_with_files(tmp_path, psa__clients=CLIENTS + ",\n , \n")
    assert loaded(firm)["clients"].n_read == 2


def sheet_of(tmp_path, text: str):
    path = tmp_path / "clients.csv"
    path.write_text(text)
    return read_sheet(Place(path), lambda header: False)


def test_the_line_in_which_excel_names_its_separator_is_no_header(tmp_path) -> None:
    sheet = sheet_of(tmp_path, "sep=;\nclient_id;client_name\nC1;Ada, Inc\n")
    assert sheet.header == ("client_id", "client_name")
    assert sheet.row_numbers.to_pylist() == [3]
    assert sheet.cells[1].to_pylist() == ["Ada, Inc"]


def test_rows_have_the_numbers_that_a_person_sees(tmp_path) -> None:
    sheet = sheet_of(tmp_path, f"{CLIENTS}\n\nC3,Ada\nC4\nC5,Bo\n")
    assert sheet.row_numbers.to_pylist() == [2, 3, 6, 8]
    assert [row.row_number for row in sheet.ragged] == [7]


def test_a_quotation_mark_that_is_never_closed_swallows_no_rows(tmp_path) -> None:
    with pytest.raises(HeaderError, match="in row 4 is never closed"):
        sheet_of(tmp_path, f'{CLIENTS}C3,"Ada\nC4,Bo\nC5,Cy\n')
    sheet = sheet_of(tmp_path, f'{CLIENTS}C3,Pipes of 5"\nC4,"Bo\nand Cy"\n')
    assert sheet.cells[1].to_pylist()[2:] == ['Pipes of 5"', "Bo\nand Cy"]
