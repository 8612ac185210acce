"""The one way a page reads the warehouse: the published generation, read-only."""

import os
from contextlib import ExitStack
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path
from typing import Any

import duckdb
import streamlit as st

from dashboards.promise import PROMISE
from pipelines import warehouse

Row = dict[str, Any]
COLUMNS = """
select schema_name || '.' || table_name, column_name
from duckdb_columns()
where database_name = current_database()
"""
AUDIENCES = ("analysts", "leadership")


class NothingPublished(Exception):
    """No night has published a file that this audience may read."""


class DoesNotFit(Exception):
    """The published file lacks what these pages read."""


@dataclass(frozen=True)
class Published:
    """One published generation: its numbered file, never the link to it."""

    path: Path
    generation: str
    audience: str
    written_at: int


@dataclass(frozen=True)
class Opened:
    """An attached file; it stays attached for as long as the stack is kept."""

    stack: ExitStack
    connection: duckdb.DuckDBPyConnection
    tables: set[str] = field(default_factory=set)


def published() -> Published:
    """Return the generation that build/current points to at this moment.

    Raises NothingPublished, with what to do next, when there is none.
    """
    build = Path(os.environ.get("BUILD", "build"))
    audience = os.environ.get("AUDIENCE", "analysts")
    if audience not in AUDIENCES:
        raise NothingPublished(
            f"AUDIENCE is {audience}, but only {' and '.join(AUDIENCES)} can be shown. "
            "Set it to one of them."
        )
    generation = (build / "current").resolve()
    path = generation / f"{audience}.duckdb"
    if not path.is_file():
        raise NothingPublished(
            f"No night has been published in {build} yet. Run `make nightly` first, "
            "then reload this page."
        )
    return Published(path, generation.name, audience, path.stat().st_mtime_ns)


def read(sql: str, *parameters: object) -> list[Row]:
    """Return the rows of ``sql``, asked once per generation and audience.

    Amounts stay Decimal. Raises NothingPublished or DoesNotFit.
    """
    current = published()
    opened = _open(str(current.path), current.written_at, current.generation)
    return _rows(
        opened, sql, parameters, str(current.path), current.written_at, current.audience
    )


def has(table: str) -> bool:
    """Say whether this audience's file holds a table, such as marts.time_entries."""
    current = published()
    opened = _open(str(current.path), current.written_at, current.generation)
    return table in opened.tables


def one(sql: str, *parameters: object) -> Row:
    """Return the first row of ``sql``, or an empty one."""
    rows = read(sql, *parameters)
    return rows[0] if rows else {}


def money(sql: str, *parameters: object) -> Decimal:
    """Return the first cell of ``sql`` as an amount, 0.00 when there is none."""
    for value in one(sql, *parameters).values():
        return Decimal("0.00") if value is None else Decimal(value)
    return Decimal("0.00")


@st.cache_resource(max_entries=4, show_spinner=False)
def _open(path: str, written_at: int, generation: str) -> Opened:
    """Attach one numbered file, locked down, and check that it fits these pages."""
    stack = ExitStack()
    opened = Opened(stack, stack.enter_context(warehouse.locked_down(Path(path))))
    found: dict[str, set[str]] = {}
    for table, column in _cursor(opened).execute(COLUMNS).fetchall():
        found.setdefault(table, set()).add(column)
    for table, columns in PROMISE.items():
        missing = [c for c in columns.split() if c not in found.get(table, set())]
        if missing:
            raise DoesNotFit(
                f"Generation {generation} does not fit this version of the pages: "
                f"{table} has no {', '.join(missing)}. Run `make nightly` with the "
                "same version of Plumbline, then reload this page."
            )
    opened.tables.update(found)
    return opened


def _cursor(opened: Opened) -> duckdb.DuckDBPyConnection:
    """Return a cursor of its own, in the attached file and not in memory."""
    cursor = opened.connection.cursor()
    cursor.execute("use plumbline")
    return cursor


@st.cache_data(max_entries=500, show_spinner=False)
def _rows(
    _opened: Opened,
    sql: str,
    parameters: tuple[object, ...],
    path: str,
    written_at: int,
    audience: str,
) -> list[Row]:
    cursor = _cursor(_opened)
    cursor.execute(sql, list(parameters))
    names = [column[0] for column in cursor.description or []]
    return [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]
