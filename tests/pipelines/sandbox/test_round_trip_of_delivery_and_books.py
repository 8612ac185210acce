"""What PSA and accounting hold arrives in the common model, deletions too."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from pipelines import warehouse
from pipelines.common_model import DUCKDB_TYPES, Table, table
from pipelines.firm import read_firm
from pipelines.load import load
from pipelines.rules import Run, write_rules
from pipelines.sandbox.server import serve
from pipelines.sandbox.world import World
from pipelines.transform import transform

FIRM = Path(__file__).parents[3] / "firm.toml"
STAGING = {
    "stg_birdview__customers": table("psa", "clients"),
    "stg_birdview__projects": table("psa", "projects"),
    "stg_birdview__timelogs": table("psa", "time_entries"),
    "stg_birdview__users": table("psa", "people"),
    "stg_birdview__assignments": table("psa", "allocations"),
    "stg_birdview__vacations": table("psa", "time_off"),
    "stg_birdview__expenses": table("psa", "expenses"),
    "stg_quickbooks__customers": table("accounting", "customers"),
    "stg_quickbooks__projects": table("accounting", "projects"),
    "stg_quickbooks__invoices": table("accounting", "invoices"),
    "stg_quickbooks__invoice_lines": table("accounting", "invoice_lines"),
    "stg_quickbooks__payments": table("accounting", "payments"),
    "stg_quickbooks__journal_lines": table("accounting", "journal_lines"),
    "stg_quickbooks__accounts": table("accounting", "accounts"),
    "stg_quickbooks__exchange_rates": table("accounting", "exchange_rates"),
    "stg_quickbooks__closed_periods": table("accounting", "closed_periods"),
    "stg_quickbooks__profit_and_loss": table("accounting", "profit_and_loss"),
}


@dataclass(frozen=True)
class Later:
    """The firm one night later: one record of each kind was deleted, nothing else."""

    world: World

    @property
    def seed(self) -> int:
        return self.world.seed

    @property
    def day(self) -> date:
        return self.world.day

    def records(self, role: str, name: str) -> list[dict[str, Any]]:
        rows = self.world.records(role, name)
        at = next(
            (n for n, row in enumerate(rows) if row.get("is_deleted") is False), None
        )
        if at is not None:
            rows[at] = rows[at] | {"is_deleted": True}
        return rows


@pytest.fixture(scope="module")
def opened(world: World, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    """The staging models after two nights, between which records were deleted."""
    folder = tmp_path_factory.mktemp("round_trip")
    firm = read_firm(FIRM)
    firm = replace(
        firm,
        connections=tuple(
            c for c in firm.connections if c.system in ("birdview", "quickbooks")
        ),
        tokens_file=folder / "tokens.json",
    )
    for night, told in (("first", world), ("second", Later(world))):
        run = Run(night, datetime(2026, 6, 1), world.day, "test")
        systems = ["birdview", "quickbooks"]
        with serve(told, folder / "files", systems) as served:  # type: ignore[arg-type]
            loaded = load(
                firm,
                folder,
                secrets=served.secrets,
                addresses=served.addresses,
                run=run,
            )
        assert not [row.problem for row in loaded if row.problem]
    path = folder / "warehouse.duckdb"
    with warehouse.connection(path, write=True) as written:
        write_rules(firm, run, written)
    transform(path, folder, select="staging.birdview staging.quickbooks")
    with warehouse.connection(path, write=True) as found:
        yield found


def expected(world: World, told: Table) -> set[tuple[object, ...]]:
    """The records as the APIs can tell them.

    The first load meets no record that was deleted before. QuickBooks forgets the
    amounts of a voided invoice, and when each month was closed.
    """
    before = world.records(told.role, told.name)
    rows = Later(world).records(told.role, told.name)
    rows = [
        row for row, was in zip(rows, before, strict=True) if not was.get("is_deleted")
    ]
    if told.name == "invoice_lines":
        invoices = world.records("accounting", "invoices")
        void = {row["invoice_id"] for row in invoices if row["status"] == "void"}
        gone = {row["invoice_id"] for row in invoices if row["is_deleted"]}
        nothing = {"line_amount": Decimal(0), "tax_amount": Decimal(0)}
        rows = [row | nothing if row["invoice_id"] in void else row for row in rows]
        rows = [row for row in rows if row["invoice_id"] not in gone]
    if told.name == "closed_periods":
        last = max(row["closed_at"] for row in rows)
        rows = [row | {"closed_at": last} for row in rows]
    return {tuple(row[column.name] for column in told.columns) for row in rows}


@pytest.mark.parametrize("model", STAGING)
def test_every_record_arrives_as_it_was(world: World, opened: Any, model: str) -> None:
    rows = opened.sql(f"select * from staging.{model}").fetchall()
    assert len(rows) == len(set(rows))
    assert {row[1:] for row in rows} == expected(world, STAGING[model])


@pytest.mark.parametrize("model", STAGING)
def test_staging_ends_in_the_columns_of_the_common_model(
    opened: Any, model: str
) -> None:
    found = opened.sql(f"from staging.{model}")
    wanted = {c.name: DUCKDB_TYPES[c.kind] for c in STAGING[model].columns}
    types = [str(kind).lower().replace(",", ", ") for kind in found.types]
    assert found.columns == ["source_system", *wanted]
    assert types[1:] == list(wanted.values())


def test_the_ledger_balances(opened: Any) -> None:
    balance = "select sum(net_credit_amount) from staging.stg_quickbooks__journal_lines"
    assert opened.sql(balance).fetchone() == (0,)
