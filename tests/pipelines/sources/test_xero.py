"""Xero: what is asked, and what an answer means."""

import json
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

import pytest

from pipelines.sandbox.ids import uuid_of
from pipelines.sandbox.server import serve
from pipelines.sources import LimitError, SourceError, TableError, xero
from tests.pipelines.sandbox.tiny_world import NEW_YEAR, TinyWorld
from tests.pipelines.sources.xero_books import (
    CONNECTION,
    books_of,
    document,
    firm_in,
    rows_of,
    voice_of,
)


def test_no_document_is_lost_when_one_changes_between_two_pages(tmp_path: Path) -> None:
    world = TinyWorld(accounting_invoices=[document(n) for n in range(2300)])
    books, asked, _ = books_of(tmp_path, voice_of(world))
    found = {row["id"] for row in rows_of(books["invoices"](None))}
    assert found == {uuid_of(str(n)) for n in range(2300)}
    invoices = [request for request in asked if request.path.endswith("/Invoices")]
    assert len(invoices) == 6
    assert {request.query["pageSize"] for request in invoices} == {"1000"}


def test_only_what_changed_since_is_asked_for_deleted_or_not(tmp_path: Path) -> None:
    later = NEW_YEAR + timedelta(days=3)
    gone = document(2, updated_at=later, is_deleted=True)
    world = TinyWorld(accounting_invoices=[document(1), gone])
    books, asked, _ = books_of(tmp_path, voice_of(world))
    (row,) = rows_of(books["invoices"](later))
    assert (row["id"], row["status"]) == (uuid_of("2"), "DELETED")
    assert asked[-1].headers["if-modified-since"] == "2026-01-04T15:00:00"


def test_journals_are_read_by_number_and_only_where_the_tier_allows(
    tmp_path: Path,
) -> None:
    lines = [
        {
            "journal_line_id": f"E-{n}-{side}",
            "posting_date": date(2026, 5, 1),
            "account_code": "4000",
            "net_credit_amount": Decimal(sign * 100),
            "source_type": "invoice",
            "source_id": f"{n}",
            "kind": "invoice",
            "created_at": NEW_YEAR + timedelta(minutes=n),
        }
        for n in range(130)
        for side, sign in ((1, 1), (2, -1))
    ]
    world = TinyWorld(accounting_journal_lines=lines)
    books, asked, _ = books_of(tmp_path, voice_of(world))
    assert len(rows_of(books["journal_lines"](None))) == 260
    assert [r.query.get("offset") for r in asked] == ["0", "100", "130"]
    poor, _, _ = books_of(tmp_path, voice_of(world, tier="core"))
    assert rows_of(poor["journal_lines"](None)) == []
    with pytest.raises(TableError, match="no Journals"):
        rows_of(poor["journal_lines"](NEW_YEAR))


def test_the_limit_of_a_minute_is_waited_for_and_that_of_a_day_ends_the_source(
    tmp_path: Path,
) -> None:
    books, _, waits = books_of(tmp_path, voice_of(TinyWorld(), limited_every=2))
    rows_of(books["accounts"](None))
    rows_of(books["projects"](None))
    assert waits and set(waits) == {1.0}
    books, _, waits = books_of(tmp_path, voice_of(TinyWorld(), day_limit=1))
    rows_of(books["accounts"](None))
    with pytest.raises(LimitError, match="answers again from"):
        rows_of(books["accounts"](None))
    assert waits == []


def test_a_token_that_ends_in_the_middle_is_renewed(tmp_path: Path) -> None:
    books, _, _ = books_of(tmp_path, voice_of(TinyWorld(), token_life=3))
    for _ in range(8):
        rows_of(books["accounts"](None))
    kept = json.loads((tmp_path / "tokens.json").read_text())
    assert int(kept["xero"].rpartition("-")[2]) > 1


def test_lock_dates_close_every_month_since_the_first_invoice(tmp_path: Path) -> None:
    periods = [{"period": "2026-02"}, {"period": "2026-03"}]
    first = document(1, invoice_date=date(2026, 2, 9))
    world = TinyWorld(accounting_closed_periods=periods, accounting_invoices=[first])
    books, _, _ = books_of(tmp_path, voice_of(world))
    found = rows_of(books["closed_periods"](None))
    assert [row["period"] for row in found] == ["2026-02", "2026-03"]


def test_the_history_of_changed_documents_says_who_changed_what(tmp_path: Path) -> None:
    change = {
        "record_type": "invoice",
        "record_id": "1",
        "field": "due_date",
        "changed_at": NEW_YEAR,
        "old_value": "2026-06-01",
        "new_value": "2026-06-30",
        "changed_by": "Ada Berg",
    }
    world = TinyWorld(
        accounting_invoices=[document(1)], accounting_field_changes=[change]
    )
    books, _, _ = books_of(tmp_path, voice_of(world))
    assert rows_of(books["history"](None)) == []
    rows_of(books["invoices"](None))
    (row,) = rows_of(books["history"](None))
    said = (row["field"], row["old_value"], row["new_value"], row["user"])
    assert said == ("due_date", "2026-06-01", "2026-06-30", "Ada Berg")


def test_tenants_that_were_connected_together_share_the_rotated_token(
    tmp_path: Path,
) -> None:
    kept = tmp_path / "tokens.json"
    for night in (1, 2):
        with serve(TinyWorld(), tmp_path / "files", ["xero"]) as served:
            address, secrets = served.addresses["xero"], served.secrets
            client = xero.client(CONNECTION, firm_in(tmp_path), address, secrets)
            rows_of(
                xero.source(CONNECTION, firm_in(tmp_path), client)["accounts"](None)
            )
        (token,) = json.loads(kept.read_text()).values()
        assert token == f"sandbox-refresh-{night}"
        assert kept.stat().st_mode & 0o777 == 0o600


def test_a_custom_connection_has_no_refresh_token(tmp_path: Path) -> None:
    with serve(TinyWorld(), tmp_path / "files", ["xero"]) as served:
        secrets = {**served.secrets, "XERO_REFRESH_TOKEN": ""}
        firm, address = firm_in(tmp_path), served.addresses["xero"]
        client = xero.client(CONNECTION, firm, address, secrets)
        rows_of(xero.source(CONNECTION, firm, client)["accounts"](None))
        stale = secrets | {"XERO_REFRESH_TOKEN": "stale"}
        client = xero.client(CONNECTION, firm, address, stale)
        with pytest.raises(SourceError, match="connect Xero again") as told:
            rows_of(xero.source(CONNECTION, firm, client)["accounts"](None))
    assert "stale" not in str(told.value)
