"""The load: complete, exact, and the same twice."""

from dataclasses import replace
from datetime import timedelta
from decimal import Decimal
from pathlib import Path
from shutil import copytree, rmtree

from pipelines.load import load
from pipelines.rules import Run
from pipelines.sources.registry import declared
from tests.pipelines.sandbox.tiny_world import (
    NEW_YEAR,
    deal,
)
from tests.pipelines.tiny_load import CRM, FIRM, NIGHT, ask, load_night, served


def test_every_declared_table_exists_whoever_uses_it(tmp_path: Path) -> None:
    load_night(tmp_path)
    there = ask(
        tmp_path, "select schema_name || '.' || table_name from duckdb_tables()"
    )
    wanted = {
        f"{schema}.{t.name}" for schema, tables in declared().items() for t in tables
    }
    assert wanted <= {name for (name,) in there}


def test_money_is_the_same_in_the_system_and_in_the_warehouse(tmp_path: Path) -> None:
    amounts = [Decimal("0.10"), Decimal("99999999.99"), Decimal("-12.34")]
    load_night(tmp_path, *(deal(f"D-{n}", net_amount=a) for n, a in enumerate(amounts)))
    assert ask(tmp_path, "select sum(amount) from raw_hubspot.deals") == [
        (sum(amounts),)
    ]


def test_a_second_night_without_news_changes_nothing(tmp_path: Path) -> None:
    load_night(tmp_path, deal(), deal("D-2"))
    before = ask(tmp_path, "from raw_hubspot.deals order by id")
    n_loads = ask(tmp_path, "select count(*) from raw_hubspot._dlt_loads")
    load_night(tmp_path, deal(), deal("D-2"), night=2)
    assert ask(tmp_path, "from raw_hubspot.deals order by id") == before
    assert ask(tmp_path, "select count(*) from raw_hubspot._dlt_loads") == n_loads


def test_a_night_goes_on_from_a_copy_of_the_last_one(tmp_path: Path) -> None:
    load_night(tmp_path / "1", deal())
    copytree(tmp_path / "1", tmp_path / "2")
    rmtree(tmp_path / "1")
    later = NEW_YEAR + timedelta(days=90)
    load_night(tmp_path / "2", deal(), deal("D-2", updated_at=later), night=2)
    told = ask(tmp_path / "2", "select id from raw_hubspot.deals order by id")
    assert told == [("D-1",), ("D-2",)]


def test_a_record_dated_in_the_future_does_not_hide_the_others(tmp_path: Path) -> None:
    odd = deal("D-9", updated_at=NEW_YEAR + timedelta(days=900))
    load_night(tmp_path, deal(), odd)
    later = NEW_YEAR + timedelta(days=200)
    load_night(tmp_path, deal(deal_name="New name", updated_at=later), odd, night=2)
    told = ask(tmp_path, "select dealname from raw_hubspot.deals where id = 'D-1'")
    assert told == [("New name",)]


def test_a_changed_deal_is_one_row_and_a_deleted_one_stays(tmp_path: Path) -> None:
    load_night(tmp_path, deal(), deal("D-2"))
    later = NEW_YEAR + timedelta(days=90)
    renamed = deal(deal_name="New name", updated_at=later)
    load_night(tmp_path, renamed, deal("D-2", is_deleted=True), night=2)
    told = ask(
        tmp_path, "select id, dealname, archived from raw_hubspot.deals order by id"
    )
    assert told == [("D-1", "New name", False), ("D-2", "Deal D-2", True)]


def test_a_second_account_has_its_own_secret_and_its_own_rows(tmp_path: Path) -> None:
    uk = replace(CRM, name="hubspot_uk", company="uk")
    firm = replace(FIRM, connections=(CRM, uk))
    run = Run("night-1", NIGHT, NIGHT.date(), "test")
    with served(tmp_path, deal()) as there:
        key = there.secrets["HUBSPOT_SERVICE_KEY"]
        keys = {"HUBSPOT_SERVICE_KEY": "wrong", "HUBSPOT_SERVICE_KEY_UK": key}
        load(firm, tmp_path, secrets=keys, addresses=there.addresses, run=run)
    assert ask(tmp_path, "select connection from raw_hubspot.deals") == [
        ("hubspot_uk",)
    ]
