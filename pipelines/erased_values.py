"""A database without a person: every value read, and copied into a new file."""

from pathlib import Path

import duckdb

from pipelines.erased import NAMES_APART, Erased
from pipelines.generations import GenerationError
from pipelines.warehouse import rewritten

COLUMNS = """
select schema_name, table_name,
    list(column_name order by column_index) filter (where {kind})
from duckdb_columns() inner join duckdb_tables()
using (database_name, schema_name, table_name)
where database_name = current_database()
group by all order by all
"""
TEXT = "data_type in ('VARCHAR', 'JSON')"
DECIMAL = "data_type like 'DECIMAL%'"


def rewrite(path: Path, erased: Erased, pattern: str) -> int:
    """Copy a database into a new file without the person; return the values changed.

    ``pattern`` finds what may have to change. Raises GenerationError, and leaves the
    file as it was, when a total or a number of rows would change.
    """
    with rewritten(path) as opened:
        before = _totals(opened)
        tables = opened.execute(COLUMNS.format(kind=TEXT)).fetchall()
        changed = sum(
            _clean(opened, f'"{schema}"."{table}"', columns, erased, pattern)
            for schema, table, columns in tables
            if columns
        )
        if _totals(opened) != before:
            raise GenerationError(f"{path}: a total would change. It stays as it was.")
    return changed


def _clean(
    opened: duckdb.DuckDBPyConnection,
    table: str,
    columns: list[str],
    erased: Erased,
    pattern: str,
) -> int:
    changed = 0
    tried = ", ".join(f'bool_or(regexp_matches("{c}", $1))' for c in columns)
    told = opened.execute(f"select {tried} from {table}", [pattern]).fetchone() or ()
    for column, is_held in zip(columns, told, strict=True):
        if is_held:
            changed += _clean_column(opened, table, column, erased, pattern)
    for first, last in NAMES_APART:
        if {first, last} <= set(columns):
            changed += _clean_names(opened, table, (first, last), erased)
    return changed


def _clean_column(
    opened: duckdb.DuckDBPyConnection,
    table: str,
    column: str,
    erased: Erased,
    pattern: str,
) -> int:
    held = opened.execute(
        f'select distinct "{column}" from {table} where regexp_matches("{column}", $1)',
        [pattern],
    ).fetchall()
    pairs = [(text, erased.said(text)) for (text,) in held]
    for text, said in pairs:
        if said != text:
            opened.execute(
                f'update {table} set "{column}" = ? where "{column}" = ?', [said, text]
            )
    return sum(said != text for text, said in pairs)


def _clean_names(
    opened: duckdb.DuckDBPyConnection,
    table: str,
    names: tuple[str, str],
    erased: Erased,
) -> int:
    first, last = (f'"{name}"' for name in names)
    told = opened.execute(f"select distinct {first}, {last} from {table}").fetchall()
    pairs = [(pair, erased.apart(*pair)) for pair in told]
    for pair, said in pairs:
        if said != pair:
            opened.execute(
                f"update {table} set {first} = ?, {last} = ? "
                f"where {first} = ? and {last} = ?",
                [*said, *pair],
            )
    return sum(said != pair for pair, said in pairs)


def _totals(opened: duckdb.DuckDBPyConnection) -> list[object]:
    told: list[object] = []
    for schema, table, columns in opened.execute(
        COLUMNS.format(kind=DECIMAL)
    ).fetchall():
        sums = "".join(f', sum("{column}")' for column in columns or ())
        counted = opened.execute(f'select count(*){sums} from "{schema}"."{table}"')
        told.append((schema, table, counted.fetchone()))
    return told
