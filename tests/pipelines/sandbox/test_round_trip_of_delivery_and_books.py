"""What PSA and accounting hold arrives in the common model, by API or by file."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from pipelines import warehouse
from pipelines.common_model import DUCKDB_TYPES, TABLES, Table
from pipelines.firm import read_firm
from pipelines.load import load
from pipelines.rules import Run, write_rules
from pipelines.sandbox.server import serve
from pipelines.sandbox.world import World
from pipelines.transform import transform

FIRM = Path(__file__).parents[3] / "firm.toml"
ROLES = ("psa", "accounting")
CARRIED = [table for table in TABLES if table.role in ROLES]
Told = tuple[World, Any]


@pytest.fixture(scope="module")
def told(world: World, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Told]:
    """The invented firm, and its united records after two nights without a change."""
    folder = tmp_path_factory.mktemp("round_trip")
    firm = read_firm(FIRM)
    firm = replace(
        firm,
        connections=tuple(c for c in firm.connections if c.role in ROLES),
        tokens_file=folder / "tokens.json",
    )
    with serve(world, folder / "files", ["birdview", "quickbooks"]) as served:
        for night in ("first", "second"):
            run = Run(night, datetime(2026, 6, 1), world.day, "test")
            loaded = load(
                firm,
                folder,
                secrets=served.secrets,
                addresses=served.addresses,
                imports_folder=served.imports_folder,
                run=run,
            )
            assert not [row.problem for row in loaded if row.problem]
    path = folder / "warehouse.duckdb"
    with warehouse.connection(path, write=True) as opened:
        write_rules(firm, run, opened)
    transform(path, folder, select="+path:models/intermediate/records")
    with warehouse.connection(path, write=True) as opened:
        yield world, opened


def expected(world: World, table: Table) -> set[tuple[object, ...]]:
    """The records as the APIs can tell them.

    QuickBooks forgets the amounts of a voided invoice, and when each month was closed.
    """
    rows = world.records(table.role, table.name)
    if table.name == "invoice_lines":
        void = {
            row["invoice_id"]
            for row in world.records("accounting", "invoices")
            if row["status"] == "void"
        }
        nothing = {"line_amount": Decimal(0), "tax_amount": Decimal(0)}
        rows = [row | nothing if row["invoice_id"] in void else row for row in rows]
    if table.name == "closed_periods":
        last = max(row["closed_at"] for row in rows)
        rows = [row | {"closed_at": last} for row in rows]
    return {tuple(row[column.name] for column in table.columns) for row in rows}


def united(opened: Any, table: Table) -> set[tuple[object, ...]]:
    rows = opened.sql(f"select * from intermediate.{table.model}").fetchall()
    assert len(rows) == len(set(rows))
    return {row[1:] for row in rows}


def is_there(table: Table, row: tuple[object, ...]) -> bool:
    """Whether the record still exists: the first load meets no deleted one."""
    names = [column.name for column in table.columns]
    return "is_deleted" not in names or not row[names.index("is_deleted")]


@pytest.mark.parametrize("table", CARRIED, ids=lambda table: table.model)
def test_every_record_arrives_as_it_was(told: Told, table: Table) -> None:
    world, opened = told
    wanted = {row for row in expected(world, table) if is_there(table, row)}
    assert united(opened, table) == wanted


def test_all_united_tables_have_the_columns_and_types_of_the_common_model(
    told: Told,
) -> None:
    for table in TABLES:
        found = told[1].sql(f"from intermediate.{table.model}")
        wanted = {c.name: DUCKDB_TYPES[c.kind] for c in table.columns}
        types = [str(kind).lower().replace(",", ", ") for kind in found.types]
        assert found.columns == ["source_system", *wanted], table.model
        assert types[1:] == list(wanted.values()), table.model


def test_money_is_conserved_per_currency_from_invoice_to_union(told: Told) -> None:
    world, opened = told
    sums: dict[object, Decimal] = {}
    kept = {row["invoice_id"]: row for row in world.records("accounting", "invoices")}
    for row in world.records("accounting", "invoice_lines"):
        invoice = kept[row["invoice_id"]]
        if invoice["status"] != "void" and not invoice["is_deleted"]:
            place = invoice["currency_code"]
            sums[place] = sums.get(place, Decimal(0)) + row["line_amount"]
    found = opened.sql(
        "select currency_code, sum(line_amount) "
        "from intermediate.int_accounting_invoice_lines__unioned "
        "inner join intermediate.int_accounting_invoices__unioned "
        "using (source_system, invoice_id) group by all"
    ).fetchall()
    assert dict(found) == sums


def test_the_ledger_balances(told: Told) -> None:
    assert told[1].sql(
        "select sum(net_credit_amount) "
        "from intermediate.int_accounting_journal_lines__unioned"
    ).fetchone() == (0,)


def test_records_from_files_beside_an_api_carry_its_name(told: Told) -> None:
    assert told[1].sql(
        "select distinct source_system from intermediate.int_psa_holds__unioned"
    ).fetchall() == [("birdview",)]
