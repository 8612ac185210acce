"""The load when a system, a record or the warehouse is not as it should be."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from pipelines import receipts, warehouse, watermarks
from pipelines.fetch import readings
from pipelines.firm import FirmError
from pipelines.load import load
from pipelines.raw import create_missing
from pipelines.rules import Run
from pipelines.sources import Page, hubspot
from tests.pipelines.sandbox.tiny_world import (
    deal,
)
from tests.pipelines.tiny_load import CRM, FIRM, NIGHT, ask, load_night


def test_a_system_that_refuses_keeps_its_rows_and_stops_nobody(tmp_path: Path) -> None:
    load_night(tmp_path, deal())
    found = load_night(tmp_path, deal("D-2"), night=2, HUBSPOT_SERVICE_KEY="wrong")
    assert not found["hubspot.deals"].is_complete
    assert "refused (401)" in found["hubspot.deals"].problem
    assert "wrong" not in found["hubspot.deals"].problem
    assert found["bamboohr.employees"].is_complete
    assert ask(tmp_path, "select id from raw_hubspot.deals") == [("D-1",)]
    ages = "select source_system, last_loaded_at, is_complete from quality.sources"
    assert ask(tmp_path, f"{ages} order by all") == [
        ("bamboohr", NIGHT + timedelta(days=2), True),
        ("hubspot", NIGHT + timedelta(days=1), False),
    ]


def test_a_load_that_failed_once_does_not_fail_for_ever(tmp_path: Path) -> None:
    ask(tmp_path, "create schema raw_hubspot; select 1")
    ask(tmp_path, "create table raw_hubspot.deals (connection text, id date); select 1")
    assert (
        "could not be loaded" in load_night(tmp_path, deal())["hubspot.deals"].problem
    )
    ask(tmp_path, "drop table raw_hubspot.deals; select 1")
    assert load_night(tmp_path, deal(), night=2)["hubspot.deals"].is_complete
    assert ask(tmp_path, "select id from raw_hubspot.deals") == [("D-1",)]


def test_a_record_that_cannot_be_read_is_told_and_counted(tmp_path: Path) -> None:
    found = load_night(tmp_path, deal(), deal("D-2", net_amount="1.200,50"))
    deals = found["hubspot.deals"]
    assert (deals.n_read, deals.n_loaded, deals.n_quarantined) == (2, 1, 1)
    told = "select row_key, reason_code, run_id from quality.quarantine"
    assert ask(tmp_path, told) == [("D-2", "amount_text_locale", "night-1")]


def test_a_real_system_without_its_secret_refuses_to_start(tmp_path: Path) -> None:
    run = Run("night-1", NIGHT, NIGHT.date(), "test")
    with pytest.raises(FirmError, match="HUBSPOT_SERVICE_KEY is not set"):
        load(FIRM, tmp_path, secrets={}, addresses={}, run=run)
    assert not (tmp_path / "warehouse.duckdb").exists()


def test_a_reader_that_stumbles_is_told_by_name(tmp_path: Path) -> None:
    def stumble(since: datetime | None) -> Iterator[Page]:
        yield [{"id": {}["missing"]}]

    with warehouse.connection(tmp_path / "warehouse.duckdb", write=True) as opened:
        opened.execute(f"{receipts.TABLES} {watermarks.TABLE}")
        create_missing(opened, {"raw_hubspot": hubspot.TABLES})
        tables = {table.name: table for table in hubspot.TABLES}
        run = Run("night-1", NIGHT, NIGHT.date(), "test")
        (found,) = readings(CRM, tables, opened, run, {"deals": stumble})
    assert found.rows is None
    assert "hubspot, deals: an answer has a form" in found.problem
