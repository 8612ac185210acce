"""Kantata: what is asked, and what an answer means."""

import json
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from pipelines.firm import Connection, Firm
from pipelines.sandbox.ids import number_of
from pipelines.sandbox.kept import Kept
from pipelines.sandbox.speaks import Request, Response
from pipelines.sandbox.speaks.kantata import SECRETS, Kantata
from pipelines.sources import Source, SourceError, kantata
from pipelines.sources.kantata_account import Account
from pipelines.sources.kantata_records import ROWS
from pipelines.sources.pace import unlimited
from tests.pipelines.sandbox.tiny_world import NEW_YEAR, TinyWorld
from tests.pipelines.sources.hearing import Session
from tests.pipelines.sources.xero_books import rows_of

CONNECTION = Connection("psa", "kantata", "kantata")
PROJECT = {
    "project_id": "P-1",
    "client_id": "C-1",
    "project_name": "One",
    "status": "active",
    "current_amount": Decimal("1234.50"),
    "currency_code": "USD",
    "crm_deal_id": "D-1",
    "billing_type": "retainer",
    "is_test": False,
    "updated_at": NEW_YEAR,
    "is_deleted": False,
}


def account_of(answers: Any, **secrets: str) -> tuple[Source, list[Request]]:
    firm = Firm("Tiny", "USD", (CONNECTION,), Path(), as_of=date(2026, 5, 31))
    client = kantata.client(
        CONNECTION, firm, "https://kantata.example", {**SECRETS, **secrets}
    )
    session = Session(answers)
    client = replace(
        client, session=session, pace=unlimited(), sleep=lambda seconds: None
    )
    return kantata.source(CONNECTION, firm, client), session.asked


def told(world: TinyWorld, **said: Any) -> Kantata:
    kind: type[Kantata] = type("Told", (Kantata,), said)
    return kind(Kept(world, {"psa": number_of}))


def entry(number: int) -> dict[str, Any]:
    return {
        "time_entry_id": f"{number}",
        "project_id": "P-1",
        "person_id": "R-1",
        "work_date": date(2026, 5, 4),
        "hours": Decimal("1.5"),
        "bill_rate": Decimal("145.25"),
        "updated_at": NEW_YEAR,
        "is_deleted": False,
    }


def test_no_entry_is_lost_when_the_list_moves_between_two_pages() -> None:
    world = TinyWorld(psa_time_entries=[entry(n) for n in range(430)])
    source, _ = account_of(told(world))
    rows = rows_of(source["time_entries"](None))
    found = {str(row["id"]) for row in rows}
    assert found == {number_of(str(n)) for n in range(430)}
    assert (rows[0]["time_in_minutes"], rows[0]["rate"]) == (90, Decimal("145.25"))


def test_a_project_carries_its_custom_fields_its_links_and_its_price() -> None:
    source, _ = account_of(told(TinyWorld(psa_projects=[PROJECT])))
    (row,) = rows_of(source["workspaces"](None))
    assert row["price"] == Decimal("1234.50")
    assert (row["crm_deal_id"], row["billing_type"]) == ("D-1", "retainer")
    assert (row["is_test"], row["cap_amount"]) == ("false", None)


def test_an_edit_tells_its_field_and_amounts_in_units() -> None:
    change = {
        "record_type": "project",
        "record_id": "P-1",
        "field": "current_amount",
        "changed_at": NEW_YEAR,
        "old_value": "100.00",
        "new_value": "250.5",
    }
    source, _ = account_of(told(TinyWorld(psa_field_changes=[change])))
    (row,) = rows_of(source["subscribed_events"](None))
    assert (row["old_value"], row["new_value"]) == ("100.00", "250.50")
    assert row["subject_id"] == number_of("P-1")


def test_money_knows_how_many_of_its_units_make_one() -> None:
    account = Account(Any)  # type: ignore[arg-type]
    yen = {"id": "1", "amount_in_cents": 1200, "currency_base_unit": 1}
    (row,) = ROWS["expenses"](yen, account)
    assert row["amount"] == 1200


def test_results_without_their_records_are_no_answer() -> None:
    half = {"count": 1, "results": [{"key": "users", "id": "1"}], "meta": {}}
    source, _ = account_of([Response(200, json.dumps(half).encode())])
    with pytest.raises(SourceError, match="lacks 'users'"):
        rows_of(source["expenses"](None))


def test_a_limit_without_a_word_is_waited_for_and_a_stale_token_refused() -> None:
    source, _ = account_of(told(TinyWorld(), limited_every=2))
    for _ in range(3):
        assert rows_of(source["expenses"](None)) == []
    source, _ = account_of(told(TinyWorld()), KANTATA_TOKEN="stale")
    with pytest.raises(SourceError, match="401") as said:
        rows_of(source["expenses"](None))
    assert "stale" not in str(said.value)
