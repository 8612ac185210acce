"""QuickBooks: what is asked, and what an answer means."""

import json
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from pipelines.firm import Connection, Firm, Sandbox
from pipelines.sandbox.server import serve
from pipelines.sources import Record, Source, SourceError, quickbooks
from pipelines.sources.quickbooks_documents import invoice, line_taxes
from tests.pipelines.sandbox.tiny_world import NEW_YEAR, Row, TinyWorld

CONNECTION = Connection("accounting", "quickbooks", "quickbooks")


def document(number: int, **said: Any) -> Row:
    return {
        "invoice_id": f"{number}",
        "invoice_number": f"N-{number}",
        "customer_id": "C-1",
        "invoice_date": date(2026, 5, 4),
        "status": "issued",
        "kind": "invoice",
        "is_tax_inclusive": False,
        "created_at": NEW_YEAR,
        "updated_at": NEW_YEAR,
        "is_deleted": False,
    } | said


@contextmanager
def books_of(folder: Path, world: Any, **secrets: str) -> Iterator[Source]:
    firm = Firm(
        "Tiny",
        "USD",
        (CONNECTION,),
        folder,
        tokens_file=folder / "tokens.json",
        sandbox=Sandbox(1, date(2026, 5, 31)),
    )
    with serve(world, folder / "files", ["quickbooks"]) as served:
        client = quickbooks.client(
            CONNECTION,
            firm,
            served.addresses["quickbooks"],
            {**served.secrets, **secrets},
        )
        client.sleep = lambda seconds: None
        yield quickbooks.source(CONNECTION, firm, client)


def rows_of(pages: Iterable[object]) -> list[Record]:
    return [row for page in pages if isinstance(page, list) for row in page]


def test_more_documents_of_one_moment_than_a_page_holds_come_whole(
    tmp_path: Path,
) -> None:
    world = TinyWorld(accounting_invoices=[document(n) for n in range(2300)])
    with books_of(tmp_path, world) as source:
        found = {row["id"] for row in rows_of(source["invoices"](None))}
        listed = [row["id"] for row in rows_of(source["invoice_ids"](None))]
    assert len(found) == len(listed) == 2300


def test_only_what_changed_since_is_asked_for(tmp_path: Path) -> None:
    later = NEW_YEAR + timedelta(days=3)
    world = TinyWorld(accounting_invoices=[document(1), document(2, updated_at=later)])
    with books_of(tmp_path, world) as source:
        (row,) = rows_of(source["invoices"](later))
    assert row["id"] == "2"


def test_what_changed_or_went_two_months_ago_is_found_without_the_feed_of_changes(
    tmp_path: Path,
) -> None:
    changed = [
        document(n, updated_at=NEW_YEAR + timedelta(days=3)) for n in range(1, 1102)
    ]
    world = TinyWorld(accounting_invoices=[*changed, document(0, is_deleted=True)])
    with books_of(tmp_path, world) as source:
        found = {row["id"] for row in rows_of(source["invoices"](NEW_YEAR))}
        listed = {row["id"] for row in rows_of(source["invoice_ids"](NEW_YEAR))}
    assert found == listed == {str(n) for n in range(1, 1102)}


def test_a_deleted_invoice_is_in_no_list_and_an_empty_list_is_no_error(
    tmp_path: Path,
) -> None:
    world = TinyWorld(accounting_invoices=[document(1, is_deleted=True)])
    with books_of(tmp_path, world) as source:
        assert rows_of(source["invoice_ids"](None)) == []
        assert rows_of(source["payments"](None)) == []


def test_the_rotated_token_is_kept_for_the_next_night(tmp_path: Path) -> None:
    kept = tmp_path / "tokens.json"
    for night in (1, 2):
        with books_of(tmp_path, TinyWorld()) as source:
            rows_of(source["accounts"](None))
        assert json.loads(kept.read_text()) == {
            "quickbooks": f"sandbox-refresh-{night}"
        }
        assert kept.stat().st_mode & 0o777 == 0o600


def test_a_refused_token_says_what_to_do_and_no_secret(tmp_path: Path) -> None:
    with (
        books_of(tmp_path, TinyWorld(), QUICKBOOKS_REFRESH_TOKEN="stale") as source,
        pytest.raises(SourceError, match="connect the company again") as told,
    ):
        rows_of(source["accounts"](None))
    assert "stale" not in str(told.value)


def test_tax_told_for_the_document_is_spread_over_taxed_lines_to_the_cent() -> None:
    lines = [
        {"Amount": amount, "SalesItemLineDetail": {"TaxCodeRef": {"value": code}}}
        for amount, code in ((10, "TAX"), (10, "TAX"), (5, "NON"), (10, "TAX"))
    ]
    taxes = line_taxes(lines, {"TxnTaxDetail": {"TotalTax": Decimal("1.00")}})
    assert [str(tax) for tax in taxes] == ["0.33", "0.34", "0.00", "0.33"]


def test_subtotals_are_no_lines_and_inclusive_amounts_carry_their_tax() -> None:
    told = {
        "Id": "7",
        "GlobalTaxCalculation": "TaxInclusive",
        "TxnTaxDetail": {"TotalTax": 20},
        "Line": [
            {
                "Id": "1",
                "Amount": 100,
                "DetailType": "SalesItemLineDetail",
                "SalesItemLineDetail": {"TaxInclusiveAmt": 120},
            },
            {"Amount": 100, "DetailType": "SubTotalLineDetail"},
        ],
    }
    (line,) = json.loads(invoice(told, "Invoice")["lines"])
    assert (line["amount"], line["tax"]) == ("120", "20")
