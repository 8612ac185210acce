"""A firm small enough to see through: records in, identities out, no source system."""

import os
import shutil
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from itertools import repeat
from pathlib import Path

import duckdb
import pyarrow as pa

from pipelines.common_model import DUCKDB_TYPES, TABLES
from pipelines.firm import read_firm
from pipelines.rules import Run, write_rules
from pipelines.transform import transform

SYSTEMS = {
    "crm": "hubspot",
    "psa": "birdview",
    "accounting": "quickbooks",
    "hr": "bamboohr",
}
FIRM = Path(__file__).resolve().parents[2] / "firm.toml"
SEEDS = (
    "identity_weights identity_limits legal_forms name_words name_word_frequency "
    "generic_values"
)
FOLDERS = "clients identities people projects"
MARTS = (
    "clients legal_entities client_records client_links client_questions "
    "client_id_history client_relations client_merges "
    "client_skipped_keys id_aliases projects project_records "
    "project_links project_questions people person_records person_links "
    "person_questions"
)
SELECTED = " ".join(
    [SEEDS, "source_links", MARTS, "int_exchange_rates__dated"]
    + ["int_client_records__valued", "int_doubtful_identities__examined"]
    + [f"path:models/intermediate/{folder}" for folder in FOLDERS.split()]
)

Row = Mapping[str, object]
World = Mapping[str, Sequence[Row]]
"""Rows by `role.table`; columns that are left out are null."""


def resolve(
    warehouse: Path,
    world: World,
    decisions: Sequence[Row] = (),
    *,
    day: int = 1,
    select: str = SELECTED,
    firm: Path = FIRM,
    run: Run | None = None,
) -> Path:
    """Resolve a night's records on top of the last night; return a copy of the file.

    ``select`` names the models to build; without it, those that tell who is who.
    ``firm`` is the firm.toml of another firm than the sample, ``run`` another night
    than that of a day in May.
    """
    with duckdb.connect(str(warehouse)) as opened:
        as_of = date(2026, 5, day)
        run = run or Run("night", datetime(2026, 5, day), as_of, "test")
        write_rules(read_firm(firm), run, opened)
        _insert(opened, "rules.identity_decisions", decisions)
        opened.execute("create schema if not exists intermediate")
        for table in TABLES:
            name = f"intermediate.int_{table.role}_{table.name}__unioned"
            columns = ", ".join(
                f"{c.name} {DUCKDB_TYPES[c.kind]}" for c in table.columns
            )
            opened.execute(
                f"create or replace table {name} (source_system varchar, {columns})"
            )
            rows = world.get(f"{table.role}.{table.name}", ())
            _insert(opened, name, rows, {"source_system": SYSTEMS[table.role]})
    # Tests of tables that this firm does not have are none of ours.
    os.environ["DBT_INDIRECT_SELECTION"] = "cautious"
    try:
        transform(warehouse, warehouse.parent, select=select)
    finally:
        del os.environ["DBT_INDIRECT_SELECTION"]
    return Path(
        shutil.copy(warehouse, warehouse.with_name(f"night-{run.as_of}.duckdb"))
    )


def ask(warehouse: Path, sql: str) -> list[tuple[object, ...]]:
    """Return the rows of one question."""
    with duckdb.connect(str(warehouse), read_only=True) as opened:
        return opened.execute(sql).fetchall()


def ids(warehouse: Path, entity: str) -> dict[str, str]:
    """Return the id of every record."""
    sql = f"select record_id, {entity}_id from marts.{entity}_records"
    return {str(record): str(known) for record, known in ask(warehouse, sql)}


def _insert(
    opened: duckdb.DuckDBPyConnection,
    table: str,
    rows: Sequence[Row],
    everywhere: Row | None = None,
) -> None:
    """Insert rows as text, which the table's own types read."""
    whole = [{**(everywhere or {}), **row} for row in rows]
    if not whole:
        return
    columns = dict.fromkeys(column for row in whole for column in row)
    said = pa.table(
        {c: pa.array(map(_text, whole, repeat(c)), pa.string()) for c in columns}
    )
    opened.register("said", said)
    opened.execute(f"insert into {table} by name select * from said")
    opened.unregister("said")


def _text(row: Row, column: str) -> str | None:
    value = row.get(column)
    return None if value is None else str(value)
