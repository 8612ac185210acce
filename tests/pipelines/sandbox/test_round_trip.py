"""What CRM and HR hold arrives in the common model: no row lost, no value changed."""

import os
import re
import tomllib
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from pipelines import warehouse
from pipelines.common_model import DUCKDB_TYPES, table
from pipelines.firm import Connection, read_firm
from pipelines.load import load
from pipelines.rules import Run, write_rules
from pipelines.sandbox.server import serve
from pipelines.sandbox.world import World, build_world
from pipelines.transform import transform
from tests.pipelines.sandbox.untold import as_told

HERE = Path(__file__).parents[1]
FIRM = read_firm(HERE.parents[1] / "firm.toml")
MAPS = tomllib.loads((HERE / "other_systems.toml").read_text())
SYSTEMS = {
    "hubspot": "crm",
    "salesforce": "crm",
    "google_sheets": "crm",
    "bamboohr": "hr",
    "personio": "hr",
}
TABLES = {
    "crm": "accounts contacts deals deal_lines stage_history field_changes "
    "exchange_rates",
    "hr": "employees contracts time_off",
}
PLACES = [
    (s, (role, name)) for s, role in SYSTEMS.items() for name in TABLES[role].split()
]
Place = tuple[str, str]


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[World, Any]]:
    """The invented firm, told by every system at once, after one night."""
    folder = tmp_path_factory.mktemp("round_trip")
    firm = replace(
        FIRM,
        connections=tuple(Connection(role, s, s) for s, role in SYSTEMS.items()),
        fields={**FIRM.fields, **MAPS["fields"]},
        links={**FIRM.links, "google_sheets_crm": "sample-crm"},
    )
    world = build_world(2026)
    run = Run("night", datetime(2026, 6, 1), world.day, "test")
    with serve(world, folder / "files", list(SYSTEMS)) as served:
        given = {"secrets": served.secrets, "addresses": served.addresses}
        loaded = load(firm, folder, **given, run=run)
    assert [table.problem for table in loaded if table.problem] == []
    path = folder / "warehouse.duckdb"
    with warehouse.connection(path, write=True) as opened:
        write_rules(firm, run, opened)
    models = sorted({f"+{table(*place).model}" for _, place in PLACES})
    # Tests that also speak of other models are none of ours.
    os.environ["DBT_INDIRECT_SELECTION"] = "cautious"
    try:
        transform(path, folder, select=" ".join(models))
    finally:
        del os.environ["DBT_INDIRECT_SELECTION"]
    with warehouse.connection(path, write=True) as opened:
        yield world, opened


def expected(world: World, system: str, place: Place) -> set[tuple[object, ...]]:
    """The records as the API can tell them: BambooHR tells no hour of an approval."""
    columns = [column.name for column in table(*place).columns]
    rows = as_told(system, *place, lambda *of: list(world.records(*of)))
    return {tuple(row[name] for name in columns) for row in rows}


def arrived(opened: Any, system: str, place: Place) -> set[tuple[object, ...]]:
    rows = opened.execute(
        f"from intermediate.{table(*place).model} where source_system = ?", [system]
    ).fetchall()
    assert len(rows) == len(set(rows))
    return {row[1:] for row in rows}


@pytest.mark.parametrize(
    ("system", "place"), [p for p in PLACES if p[1][1] != "field_changes"]
)
def test_every_record_arrives_as_it_was(
    told: tuple[World, Any], system: str, place: Place
) -> None:
    world, opened = told
    assert arrived(opened, system, place) == expected(world, system, place)


@pytest.mark.parametrize("system", ["hubspot", "salesforce"])
def test_every_edit_arrives_and_besides_only_moves_between_stages(
    told: tuple[World, Any], system: str
) -> None:
    world, opened = told
    place = ("crm", "field_changes")
    found = without_zeros(arrived(opened, system, place))
    edits = without_zeros(expected(world, system, place))
    assert edits <= found
    assert {row[2] for row in found - edits} == {"stage"}
    assert found == without_zeros(arrived(opened, "hubspot", place))


def without_zeros(rows: set[tuple[Any, ...]]) -> set[tuple[Any, ...]]:
    """Salesforce tells amounts as numbers: 252920 is no longer told from 252920.00."""
    return {
        tuple(
            re.sub(r"^(\d+)\.00$", r"\1", v) if isinstance(v, str) else v for v in row
        )
        for row in rows
    }


@pytest.mark.parametrize("place", sorted({place for _, place in PLACES}))
def test_united_records_have_the_columns_of_the_common_model(
    told: tuple[World, Any], place: Place
) -> None:
    found = told[1].sql(f"from intermediate.{table(*place).model}")
    wanted = {c.name: DUCKDB_TYPES[c.kind] for c in table(*place).columns}
    types = [str(kind).lower().replace(",", ", ") for kind in found.types]
    assert found.columns == ["source_system", *wanted]
    assert types[1:] == list(wanted.values())


@pytest.mark.parametrize("system", ["hubspot", "salesforce"])
def test_money_is_conserved_per_currency(told: tuple[World, Any], system: str) -> None:
    world, opened = told
    sums: dict[object, object] = {}
    for row in world.records("crm", "deals"):
        place: Any = row["currency_code"]
        sums[place] = sums.get(place, 0) + row["net_amount"]
    found = opened.execute(
        "select currency_code, sum(net_amount) "
        "from intermediate.int_crm_deals__unioned where source_system = ? group by all",
        [system],
    ).fetchall()
    assert dict(found) == sums
