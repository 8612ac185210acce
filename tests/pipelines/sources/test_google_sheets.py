"""Google Sheets: tabs as tables, and what is wrong with them in words."""

from collections.abc import Iterable
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import pyarrow as pa
import pytest

from pipelines.firm import Connection, Firm, FirmError
from pipelines.sandbox.speaks.google_key import TOKEN
from pipelines.sandbox.speaks.google_sheets import GoogleSheets
from pipelines.sources import SourceError, TableError, google_sheets
from pipelines.sources.auth import Bearer
from pipelines.sources.google_sheets import said
from pipelines.sources.google_sign_in import KEY, signed_in
from tests.pipelines.sandbox.tiny_world import TinyWorld, account, deal
from tests.pipelines.sources.hearing import client_of

CRM = Connection("crm", "google_sheets", "google_sheets_crm")
FIRM = Firm(
    "Tiny",
    "USD",
    (CRM,),
    Path(),
    time_zone="America/New_York",
    links={"google_sheets_crm": "sample-crm"},
)
WON = deal(
    net_amount=Decimal("45000.50"),
    close_date=date(2026, 3, 31),
    closed_at=datetime(2026, 4, 1, 3, 30),
)


def source_of(voice: GoogleSheets) -> Any:
    client, waits, _ = client_of(voice, Bearer(TOKEN))
    return google_sheets.source(CRM, FIRM, client), waits


def rows_of(pages: Iterable[object]) -> list[dict[str, Any]]:
    tables = [page for page in pages if isinstance(page, pa.Table)]
    return [row for table in tables for row in table.to_pylist()]


def test_numbers_days_and_times_arrive_as_the_firm_means_them() -> None:
    source, _ = source_of(GoogleSheets(TinyWorld(crm_deals=[WON])))
    (row,) = rows_of(source["deals"](None))
    assert row["net_amount"] == Decimal("45000.50")
    assert row["close_date"] == date(2026, 3, 31)
    assert row["closed_at"] == datetime(2026, 4, 1, 3, 30)
    assert (row["is_deleted"], row["list_amount"]) == (False, None)


def test_a_tab_without_rows_and_a_table_without_a_tab_have_none() -> None:
    source, _ = source_of(GoogleSheets(TinyWorld(crm_accounts=[account()])))
    assert len(rows_of(source["accounts"](None))) == 1
    assert rows_of(source["deals"](None)) == []


@pytest.mark.parametrize(
    ("said_to", "words"),
    [({"merged": "deals"}, "merged cells"), ({"hidden": "deals"}, "is hidden")],
)
def test_what_a_tab_hides_is_said_and_not_read(
    said_to: dict[str, str], words: str
) -> None:
    source, _ = source_of(GoogleSheets(TinyWorld(crm_deals=[WON]), **said_to))
    with pytest.raises(TableError, match=f"the tab Deals .*{words}"):
        rows_of(source["deals"](None))
    assert rows_of(source["accounts"](None)) == []


def test_one_read_too_many_is_asked_again_after_a_while() -> None:
    source, waits = source_of(GoogleSheets(TinyWorld(crm_accounts=[account()])))
    for _ in range(60):
        assert len(rows_of(source["accounts"](None))) == 1
    assert len(waits) == 1


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        (True, "true"),
        ("", None),
        (Decimal("1E+3"), "1000"),
        (Decimal("0.10"), "0.10"),
        (7, "7"),
        ("=A1", "=A1"),
    ],
)
def test_a_cell_is_told_in_all_its_digits(cell: object, text: str | None) -> None:
    assert said(cell) == text


def test_a_spreadsheet_that_nobody_names_is_asked_for() -> None:
    client, _, _ = client_of(GoogleSheets(TinyWorld()), Bearer(TOKEN))
    firm = Firm("Tiny", "USD", (CRM,), Path())
    with pytest.raises(FirmError, match="Add google_sheets_crm ="):
        google_sheets.source(CRM, firm, client)


def test_a_key_file_must_be_one_of_a_service_account(tmp_path: Path) -> None:
    file = tmp_path / "key.json"
    file.write_text('{"type": "authorized_user"}')
    file.chmod(0o600)
    with pytest.raises(FirmError, match="no key of a service account"):
        signed_in("google_sheets_crm", "https://x", {KEY: str(file)})


def test_a_key_that_google_does_not_take_is_not_repeated(tmp_path: Path) -> None:
    voice = GoogleSheets(TinyWorld())
    file = voice.written_secrets(tmp_path)["GOOGLE_SHEETS_KEY_FILE"]
    nobody = "http://127.0.0.1:9"
    with pytest.raises(SourceError, match="Share the spreadsheet with") as told:
        signed_in("google_sheets_crm", nobody, {KEY: file}).headers()
    assert "PRIVATE KEY" not in str(told.value)
