"""Harvest: what is asked, what an answer means, and what was recorded of it."""

import json
import os
from datetime import timedelta
from decimal import Decimal
from pathlib import Path

import pytest

from pipelines.sandbox.ids import number_of
from pipelines.sandbox.speaks import Request, Response
from pipelines.sandbox.speaks.harvest import SECRETS
from pipelines.sources import SourceError
from pipelines.sources.harvest_account import Account
from pipelines.sources.harvest_records import ROWS, TABLES
from pipelines.sources.rows import read
from tests.pipelines.sandbox.tiny_world import NEW_YEAR, TinyWorld
from tests.pipelines.sources.harvest_account import account_of, entry, told
from tests.pipelines.sources.hearing import client_of
from tests.pipelines.sources.xero_books import rows_of

VENDOR = Path(os.environ.get("VENDOR_ANSWERS", "absent")) / "harvest"
recorded = pytest.mark.skipif(
    not VENDOR.is_dir(), reason="VENDOR_ANSWERS names no folder of recorded answers"
)


def test_no_entry_is_lost_when_the_list_moves_between_two_pages() -> None:
    world = TinyWorld(psa_time_entries=[entry(n) for n in range(4100)])
    source, asked = account_of(told(world))
    found = {str(row["id"]) for row in rows_of(source["time_entries"](None))}
    assert found == {number_of(str(n)) for n in range(4100)}
    assert asked[-1].query == {"per_page": "1", "to": "2026-03-31"}


def test_what_was_deleted_is_in_no_list() -> None:
    world = TinyWorld(psa_time_entries=[entry(1), entry(2, is_deleted=True)])
    source, _ = account_of(told(world))
    (row,) = rows_of(source["time_entries"](None))
    assert str(row["id"]) == number_of("1")


def test_the_voice_tells_what_changed_since() -> None:
    later = NEW_YEAR + timedelta(days=1)
    world = TinyWorld(psa_time_entries=[entry(1), entry(2, updated_at=later)])
    said = {
        "authorization": f"Bearer {SECRETS['HARVEST_TOKEN']}",
        "harvest-account-id": SECRETS["HARVEST_ACCOUNT_ID"],
        "user-agent": "Plumbline",
    }
    since = {"updated_since": f"{later.isoformat()}Z"}
    answer = told(world).answer(Request("GET", "/v2/time_entries", since, said))
    assert [one["id"] for one in json.loads(answer.body)["time_entries"]] == [
        int(number_of("2"))
    ]


def test_a_list_that_is_shorter_than_its_count_is_never_believed() -> None:
    page = {"clients": [{"id": 1}], "total_entries": 2, "links": {"next": None}}
    short = [Response(200, json.dumps(page).encode())] * 3
    source, _ = account_of(short)
    with pytest.raises(SourceError, match="1 of 2 records came, 3 times"):
        rows_of(source["clients"](None))


def test_a_refused_token_says_so_and_the_limit_without_a_body_is_waited_for() -> None:
    source, asked = account_of(told(TinyWorld(), limited_every=2))
    for _ in range(3):
        assert rows_of(source["clients"](None)) == []
    assert len(asked) == 5
    source, _ = account_of(told(TinyWorld()), HARVEST_TOKEN="stale")
    with pytest.raises(SourceError, match="401") as said:
        rows_of(source["clients"](None))
    assert "stale" not in str(said.value)


@recorded
def test_what_was_recorded_loads_without_loss() -> None:
    tables, loaded = {table.name: table for table in TABLES}, set()
    for path in VENDOR.glob("*.json"):
        for answer in json.loads(path.read_text(), parse_float=Decimal):
            name = answer["uri"].partition("/v2/")[2].partition("?")[0]
            if answer["status"] != 200 or name not in ROWS:
                continue
            told = answer["body"][name]
            rows = read(
                tables[name], "harvest", [[ROWS[name](one, {}) for one in told]]
            )
            kept = rows.kept.to_pylist()
            assert rows.rejected == ()
            assert [row["id"] for row in kept] == [str(one["id"]) for one in told]
            if name == "time_entries":
                hours = sum(Decimal(one["hours"]) for one in told)
                assert sum(row["hours"] for row in kept) == hours
            loaded.add(name)
    assert loaded == {"clients", "time_entries"}


@recorded
def test_recorded_pages_are_followed_to_the_last() -> None:
    (path,) = VENDOR.glob("*correctly_accesses_all_pages.json")
    pages = [
        answer["body"]
        for answer in json.loads(path.read_text())
        if answer["uri"].partition("?")[0].endswith("/time_entries")
    ]
    answers = [Response(200, json.dumps(page).encode()) for page in pages]
    account = Account(client_of(answers)[0])
    found = rows_of(account.listed("time_entries"))
    assert len({row["id"] for row in found}) == pages[0]["total_entries"]
