"""Write what each audience may read: one DuckDB file per audience.

A mart that is a view over other marts stays a view in the file, so that its rows are
not stored twice; a view of anything else, or one that loses a column, becomes a table.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import duckdb

from pipelines.audiences import AUDIENCES, Policy, read_policy
from pipelines.pilot import list_ids
from pipelines.published_rows import Rows, read_rows
from pipelines.warehouse import connection

SCHEMAS = ("marts", "quality", "rules", "restricted")


@dataclass(frozen=True)
class Table:
    """One table or view of the warehouse, and the columns an audience may read."""

    schema: str
    name: str
    comment: str | None
    columns: tuple[tuple[str, str | None], ...]
    view: str | None
    """The statement that makes it, when it can stay a view."""

    kept: str = "true"
    """The condition on its rows."""


@dataclass(frozen=True)
class Allowed:
    """Who reads which columns and rows, and what a pilot is limited to."""

    policy: Policy
    rows: Rows
    scope: Sequence[tuple[str, str]]


def publish(
    warehouse: Path,
    folder: Path,
    policy: Policy | None = None,
    scope: Sequence[tuple[str, str]] = (),
) -> int:
    """Write one file per audience into ``folder``; return how many tables they hold.

    Without a ``policy``, the one of the seeds says who may read which column. A
    ``scope`` of clients and teams makes it a pilot. Raises FirmError when nobody is
    called what the scope names.
    """
    allowed = Allowed(policy or read_policy(), read_rows(), scope)
    return sum(
        _publish(warehouse, folder / f"{audience}.duckdb", audience, allowed)
        for audience in AUDIENCES
    )


def _publish(source: Path, path: Path, audience: str, allowed: Allowed) -> int:
    path.unlink(missing_ok=True)
    path.with_name(f"{path.name}.wal").unlink(missing_ok=True)
    with connection(path, write=True) as opened:
        # The name that views of the warehouse call their own database by.
        opened.execute(f"attach {_text(str(source))} as warehouse (read_only)")
        # One transaction: a commit for every comment would sync the disk each time.
        opened.begin()
        if allowed.scope:
            list_ids(opened, allowed.scope)
        tables = _tables(opened, audience, allowed)
        for schema in sorted({table.schema for table in tables}):
            opened.execute(f"create schema {schema}")
        for table in tables:
            _copy(opened, table)
        opened.commit()
        opened.execute("detach warehouse")
        opened.execute("force checkpoint")
    return len(tables)


def _tables(
    opened: duckdb.DuckDBPyConnection, audience: str, allowed: Allowed
) -> list[Table]:
    found = opened.execute(
        "select schema_name, table_name, any_value(coalesce(tables.comment, "
        "views.comment)), list({'name': column_name, 'comment': columns.comment} "
        "order by column_index), any_value(views.sql) "
        "from duckdb_columns() as columns "
        "left join duckdb_tables() as tables "
        "using (database_name, schema_name, table_name) "
        "left join (select * rename (view_name as table_name) from duckdb_views()) "
        "as views using (database_name, schema_name, table_name) "
        "where database_name = 'warehouse' and schema_name in ? "
        "group by schema_name, table_name order by all",
        [list(SCHEMAS)],
    ).fetchall()
    tables = []
    for schema, name, comment, columns, statement in found:
        kept = tuple(
            (column["name"], column["comment"])
            for column in columns
            if allowed.policy.may_read(audience, schema, name, column["name"])
        )
        if kept:
            where = allowed.rows.kept(audience, schema, name, bool(allowed.scope))
            is_whole = len(kept) == len(columns) and where == "true"
            view = _within_the_file(statement) if statement and is_whole else None
            tables.append(Table(schema, name, comment, kept, view, where))
    return sorted(tables, key=lambda table: table.view is not None)


def _within_the_file(statement: str) -> str | None:
    """Return a view's statement for the new file, None if it reads other schemas."""
    read = set(re.findall(r"\bwarehouse\.(\w+)\.", statement))
    if not read <= set(SCHEMAS) - {"restricted"}:
        return None
    return re.sub(r"\bwarehouse\.", "", statement)


def _copy(opened: duckdb.DuckDBPyConnection, table: Table) -> None:
    name = f"{_name(table.schema)}.{_name(table.name)}"
    columns = ", ".join(_name(column) for column, _ in table.columns)
    kind = "view" if table.view else "table"
    opened.execute(
        table.view
        or f"create table {name} as select {columns} from warehouse.{name} "
        f"where {table.kept} order by all"
    )
    if table.comment:
        opened.execute(f"comment on {kind} {name} is {_text(table.comment)}")
    for column, comment in table.columns:
        if comment and not table.view:
            opened.execute(
                f"comment on column {name}.{_name(column)} is {_text(comment)}"
            )


def _name(word: str) -> str:
    return '"' + re.sub('"', '""', word) + '"'


def _text(word: str) -> str:
    return "'" + word.replace("'", "''") + "'"
