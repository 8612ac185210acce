"""Write what each audience may read: one DuckDB file per audience, tables only."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import duckdb

from pipelines.warehouse import connection

SCHEMAS = ("marts", "quality", "rules")
COST_WORDS = {"cost", "costs", "pay", "salary", "salaries", "wage", "wages", "payload"}


@dataclass(frozen=True)
class Audience:
    """Who reads a file, and which columns of which tables the file leaves out.

    A table without any column left is not part of the file.
    """

    name: str
    leaves_out: Callable[[str, str, frozenset[str]], bool]
    """Asked with table, column and all columns of the table."""


def _is_payload(table: str, column: str, columns: frozenset[str]) -> bool:
    return column == "payload"


def _is_personal_or_cost(table: str, column: str, columns: frozenset[str]) -> bool:
    is_about_people = (
        table in ("people", "time_entries")
        or table.startswith("person_")
        or "person_id" in columns
    )
    return is_about_people or bool(COST_WORDS & set(column.split("_")))


AUDIENCES = (
    Audience("analysts", _is_payload),
    Audience("leadership", _is_personal_or_cost),
)


@dataclass(frozen=True)
class Table:
    """One table or view of the warehouse, and the columns an audience may read."""

    schema: str
    name: str
    comment: str | None
    columns: tuple[tuple[str, str | None], ...]


def publish(warehouse: Path, folder: Path) -> int:
    """Write one file per audience into ``folder``; return how many tables they hold.

    Every audience reads a part of what the one before it reads, so each file is written
    from the one before: views are computed once, and no file can say anything else.
    """
    source, n_tables = warehouse, 0
    for audience in AUDIENCES:
        path = folder / f"{audience.name}.duckdb"
        n_tables += _publish(source, path, audience)
        source = path
    return n_tables


def _publish(source: Path, path: Path, audience: Audience) -> int:
    path.unlink(missing_ok=True)
    path.with_name(f"{path.name}.wal").unlink(missing_ok=True)
    with connection(path, write=True) as opened:
        # The name that views of the warehouse call their own database by.
        opened.execute(f"attach {_text(str(source))} as warehouse (read_only)")
        # One transaction: a commit for every comment would sync the disk each time.
        opened.begin()
        tables = _tables(opened, audience)
        for schema in SCHEMAS:
            opened.execute(f"create schema {schema}")
        for table in tables:
            _copy(opened, table)
        opened.commit()
        opened.execute("detach warehouse")
        opened.execute("force checkpoint")
    return len(tables)


def _tables(opened: duckdb.DuckDBPyConnection, audience: Audience) -> list[Table]:
    found = opened.execute(
        "select schema_name, table_name, any_value(coalesce(tables.comment, "
        "views.comment)), list({'name': column_name, 'comment': columns.comment} "
        "order by column_index) "
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
    for schema, name, comment, columns in found:
        names = frozenset(column["name"] for column in columns)
        kept = tuple(
            (column["name"], column["comment"])
            for column in columns
            if not audience.leaves_out(name, column["name"], names)
        )
        if kept:
            tables.append(Table(schema, name, comment, kept))
    return tables


def _copy(opened: duckdb.DuckDBPyConnection, table: Table) -> None:
    name = f"{_name(table.schema)}.{_name(table.name)}"
    columns = ", ".join(_name(column) for column, _ in table.columns)
    opened.execute(
        f"create table {name} as select {columns} from warehouse.{name} order by all"
    )
    if table.comment:
        opened.execute(f"comment on table {name} is {_text(table.comment)}")
    for column, comment in table.columns:
        if comment:
            opened.execute(
                f"comment on column {name}.{_name(column)} is {_text(comment)}"
            )


def _name(word: str) -> str:
    return '"' + re.sub('"', '""', word) + '"'


def _text(word: str) -> str:
    return "'" + word.replace("'", "''") + "'"
