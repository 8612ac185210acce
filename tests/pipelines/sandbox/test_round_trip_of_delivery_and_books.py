"""What PSA and accounting hold arrives in the common model, whoever tells it."""

import os
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest

from pipelines import warehouse
from pipelines.common_model import DUCKDB_TYPES, Table, table
from pipelines.firm import Connection, read_firm
from pipelines.load import load
from pipelines.rules import Run, write_rules
from pipelines.sandbox.kept import Kept
from pipelines.sandbox.server import forms_of, serve
from pipelines.sandbox.world import World
from pipelines.transform import transform
from tests.pipelines.sandbox.untold import as_told

FIRM = Path(__file__).parents[3] / "firm.toml"
BOOKS = (
    "customers projects invoices invoice_lines payments journal_lines accounts "
    "exchange_rates closed_periods profit_and_loss"
)
WORK = "clients projects time_entries people allocations time_off expenses"
TOLD = {
    "birdview": f"psa: {WORK}",
    "harvest": "psa: clients projects time_entries people expenses",
    "kantata": f"psa: {WORK} field_changes",
    "quickbooks": f"accounting: {BOOKS}",
    "xero": f"accounting: {BOOKS} field_changes",
}
PLACES = [
    (system, table(said.partition(": ")[0], name))
    for system, said in TOLD.items()
    for name in said.partition(": ")[2].split()
]
NIGHTS = (("birdview", "quickbooks"), ("harvest",), ("kantata",), ("xero",))
EVENING = datetime(2026, 5, 31, 22)
STAMPED = ("xero",)
"""Systems that tell of a deletion because it moves the time of the last change."""


@dataclass(frozen=True)
class Later:
    """The firm one night later: one record of each kind was deleted, nothing else.

    Of the time entries there are no more than fill two pages of every system.
    """

    world: World
    at: datetime | None = None
    is_later: bool = True

    @property
    def seed(self) -> int:
        return self.world.seed

    @property
    def day(self) -> date:
        return self.world.day

    def records(self, role: str, name: str) -> list[dict[str, Any]]:
        rows = self.world.records(role, name)
        if name == "time_entries":  # Of the newest, a deletion is known at once.
            rows = sorted(rows, key=lambda row: row["work_date"], reverse=True)[:3000]
        moved = {"updated_at": self.at} if self.at else {}
        for n, row in enumerate(rows):
            if self.is_later and row.get("is_deleted") is False:
                rows[n] = row | {"is_deleted": True} | moved
                break
        return rows


def later(world: World, system: str) -> Later:
    return Later(world, EVENING if system in STAMPED else None)


@pytest.fixture(scope="module")
def opened(world: World, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    """The common model after two nights, between which records were deleted."""
    folder = tmp_path_factory.mktemp("round_trip")
    firm = replace(read_firm(FIRM), tokens_file=folder / "tokens.json")
    for systems in NIGHTS:
        roles = [TOLD[system].partition(": ")[0] for system in systems]
        firm = replace(
            firm, connections=tuple(map(Connection, roles, systems, systems))
        )
        first = Later(world, is_later=False)
        for night, told in (("first", first), ("second", later(world, systems[0]))):
            run = Run(night, datetime(2026, 6, 1), world.day, "test")
            with serve(told, folder / "files", systems) as served:
                given = {"secrets": served.secrets, "addresses": served.addresses}
                loaded = load(firm, folder, **given, run=run)
            assert not [row.problem for row in loaded if row.problem]
    path = folder / "warehouse.duckdb"
    with warehouse.connection(path, write=True) as written:
        write_rules(firm, run, written)
    models = sorted({f"+{told.model}" for _, told in PLACES})
    # Tests that also speak of other models are none of ours.
    os.environ["DBT_INDIRECT_SELECTION"] = "cautious"
    try:
        transform(path, folder, select=" ".join(models))
    finally:
        del os.environ["DBT_INDIRECT_SELECTION"]
    with warehouse.connection(path, write=True) as found:
        yield found


def expected(world: World, system: str, told: Table) -> set[tuple[object, ...]]:
    """The records as the API can tell them; the first load meets none that was gone."""
    before = Kept(Later(world, is_later=False), forms_of([system]))
    after = Kept(later(world, system), forms_of([system]))
    rows = as_told(system, told.role, told.name, after.records)
    if "is_deleted" in (column.name for column in told.columns):
        was = before.records(told.role, told.name)
        pairs = zip(rows, was, strict=True)
        rows = [row for row, one in pairs if not one["is_deleted"]]
    return {tuple(row[column.name] for column in told.columns) for row in rows}


@pytest.mark.parametrize(("system", "told"), PLACES)
def test_every_record_arrives_as_it_was(
    world: World, opened: Any, system: str, told: Table
) -> None:
    rows = opened.execute(
        f"from intermediate.{told.model} where source_system = ?", [system]
    ).fetchall()
    assert len(rows) == len(set(rows))
    assert {row[1:] for row in rows} == expected(world, system, told)


@pytest.mark.parametrize("told", sorted({told.model for _, told in PLACES}))
def test_unions_end_in_the_columns_of_the_common_model(opened: Any, told: str) -> None:
    (wanted,) = {one for _, one in PLACES if one.model == told}
    found = opened.sql(f"from intermediate.{told}")
    kinds = {c.name: DUCKDB_TYPES[c.kind] for c in wanted.columns}
    types = [str(kind).lower().replace(",", ", ") for kind in found.types]
    assert found.columns == ["source_system", *kinds]
    assert types[1:] == list(kinds.values())


@pytest.mark.parametrize("system", ["quickbooks", "xero"])
def test_the_ledger_balances(opened: Any, system: str) -> None:
    lines = "intermediate.int_accounting_journal_lines__unioned"
    balance = f"select sum(net_credit_amount) from {lines} where source_system = ?"
    assert opened.execute(balance, [system]).fetchone() == (0,)
