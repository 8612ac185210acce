"""Whether anything changed since the last night: input, rules, code or day."""

import hashlib
from dataclasses import asdict
from datetime import date, datetime
from pathlib import Path

import duckdb

from pipelines.firm import Firm
from pipelines.rules import Run, write_rules
from pipelines.sources.registry import RESTRICTED
from pipelines.warehouse import connection

ROOT = Path(__file__).resolve().parents[1]
RAW = "starts_with(schema_name, 'raw_') and not ends_with(schema_name, '_staging')"
"""The schemas of the sources; dlt keeps its last package in those of staging."""

PAY = f"schema_name = '{RESTRICTED}' and table_name = 'cost_rates'"
"""What somebody costs is loaded beside what only the load itself remembers."""

LOAD_COLUMNS = {"loaded_at", "run_id", "load_id"}
"""Columns of raw tables that say when we looked; so does everything of dlt's own."""


def code_version() -> str:
    """Return a short hash of everything that decides what a night computes."""
    written = hashlib.sha256()
    for folder in ("dbt_project", "pipelines"):
        for path in sorted((ROOT / folder).rglob("*")):
            if path.suffix in (".py", ".toml", ".sql", ".yml", ".csv", ".md"):
                written.update(path.relative_to(ROOT).as_posix().encode() + b"\n")
                written.update(path.read_bytes())
    lock = ROOT / "requirements.lock"
    written.update(lock.read_bytes() if lock.exists() else b"")
    return written.hexdigest()[:12]


def fingerprint(firm: Firm, warehouse: Path, as_of: date) -> str:
    """Return a hash that is equal for equal input, rules, code and day.

    Row order, run ids and load times do not matter.
    """
    written = hashlib.sha256(f"{code_version()} {duckdb.__version__}".encode())
    said = {key: value for key, value in asdict(firm).items() if key != "folder"}
    written.update(repr(sorted(said.items(), key=str)).encode())
    with connection(warehouse) as opened:
        written.update(_content(opened, RAW))
        written.update(_content(opened, PAY))
    with connection(Path(":memory:"), write=True) as opened:
        write_rules(firm, Run("", datetime.min, as_of, ""), opened)
        written.update(_content(opened, "schema_name = 'rules'"))
    return written.hexdigest()


def _content(opened: duckdb.DuckDBPyConnection, where: str) -> bytes:
    found = opened.execute(
        "select schema_name, table_name, "
        "list({'name': column_name, 'type': data_type} order by column_name) "
        "from duckdb_columns() "
        f"where {where} and not starts_with(table_name, '_dlt') "
        "and not starts_with(column_name, '_dlt') and column_name not in ? "
        "group by all order by all",
        [sorted(LOAD_COLUMNS)],
    ).fetchall()
    told = []
    for schema, table, columns in found:
        names = ", ".join(f'"{column["name"]}"' for column in columns)
        # Sum and exclusive or do not depend on the order of the rows.
        told.append(
            opened.execute(
                "select count(*), sum(row_hash::hugeint), bit_xor(row_hash) "
                f'from (select hash({names}) as row_hash from "{schema}"."{table}")'
            ).fetchone()
        )
        told.append((schema, table, columns))
    return repr(told).encode()
