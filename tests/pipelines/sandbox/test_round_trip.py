"""What CRM and HR hold arrives in the common model: no row lost, no value changed."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, time
from pathlib import Path
from typing import Any

import pytest

from pipelines import warehouse
from pipelines.common_model import DUCKDB_TYPES, table
from pipelines.firm import read_firm
from pipelines.load import load
from pipelines.rules import Run, write_rules
from pipelines.sandbox.server import serve
from pipelines.sandbox.world import World, build_world
from pipelines.transform import transform

FIRM = Path(__file__).parents[3] / "firm.toml"
SYSTEMS = ("hubspot", "bamboohr")
STAGING = {
    ("crm", "accounts"): "stg_hubspot__companies",
    ("crm", "contacts"): "stg_hubspot__contacts",
    ("crm", "deals"): "stg_hubspot__deals",
    ("crm", "deal_lines"): "stg_hubspot__line_items",
    ("crm", "stage_history"): "stg_hubspot__deal_stage_history",
    ("crm", "field_changes"): "stg_hubspot__property_history",
    ("crm", "exchange_rates"): "stg_hubspot__exchange_rates",
    ("hr", "employees"): "stg_bamboohr__employees",
    ("hr", "contracts"): "stg_bamboohr__employment_statuses",
    ("hr", "time_off"): "stg_bamboohr__time_off_days",
}
Place = tuple[str, str]


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[World, Any]]:
    """The invented firm, and its staging models after one night."""
    folder = tmp_path_factory.mktemp("round_trip")
    firm = read_firm(FIRM)
    assert firm.sandbox
    firm = replace(
        firm,
        connections=tuple(
            connection
            for connection in firm.connections
            if connection.system in SYSTEMS
        ),
    )
    world = build_world(firm.sandbox.seed)
    run = Run("night", datetime(2026, 6, 1), world.day, "test")
    with serve(world, folder / "files", SYSTEMS) as served:
        load(
            firm,
            folder,
            secrets=served.secrets,
            addresses=served.addresses,
            run=run,
        )
    path = folder / "warehouse.duckdb"
    with warehouse.connection(path, write=True) as opened:
        write_rules(firm, run, opened)
    transform(path, folder, select="staging.hubspot staging.bamboohr")
    with warehouse.connection(path, write=True) as opened:
        yield world, opened


def expected(world: World, place: Place) -> set[tuple[object, ...]]:
    """The records as the API can tell them: BambooHR tells no hour of an approval."""
    columns = [column.name for column in table(*place).columns]
    rows = world.records(*place)
    if place == ("hr", "time_off"):
        rows = [row | {"approved_at": midnight(row["approved_at"])} for row in rows]
    return {tuple(row[name] for name in columns) for row in rows}


def midnight(moment: datetime | None) -> datetime | None:
    return moment and datetime.combine(moment.date(), time())


def staged(opened: Any, place: Place) -> set[tuple[object, ...]]:
    rows = opened.sql(f"select * from staging.{STAGING[place]}").fetchall()
    assert len(rows) == len(set(rows))
    return {row[1:] for row in rows}


@pytest.mark.parametrize("place", [p for p in STAGING if p[1] != "field_changes"])
def test_every_record_arrives_as_it_was(told: tuple[World, Any], place: Place) -> None:
    world, opened = told
    assert staged(opened, place) == expected(world, place)


def test_every_edit_arrives_and_besides_only_moves_between_stages(
    told: tuple[World, Any],
) -> None:
    world, opened = told
    place = ("crm", "field_changes")
    found = staged(opened, place)
    assert expected(world, place) <= found
    assert {row[2] for row in found - expected(world, place)} == {"stage"}


@pytest.mark.parametrize("place", list(STAGING))
def test_staging_ends_in_the_columns_of_the_common_model(
    told: tuple[World, Any], place: Place
) -> None:
    found = told[1].sql(f"from staging.{STAGING[place]}")
    wanted = {c.name: DUCKDB_TYPES[c.kind] for c in table(*place).columns}
    types = [str(kind).lower().replace(",", ", ") for kind in found.types]
    assert found.columns == ["source_system", *wanted]
    assert types[1:] == list(wanted.values())


def test_money_is_conserved_per_currency(told: tuple[World, Any]) -> None:
    world, opened = told
    sums: dict[object, object] = {}
    for row in world.records("crm", "deals"):
        place: Any = row["currency_code"]
        sums[place] = sums.get(place, 0) + row["net_amount"]
    found = opened.sql(
        "select currency_code, sum(net_amount) from staging.stg_hubspot__deals "
        "group by all"
    ).fetchall()
    assert dict(found) == sums
