"""The ids that were given, kept beside each generation: no file is their only home.

`identities.parquet` holds every membership of a record in an entity, past ones too. A
night that finds no warehouse to go on from begins with it, and mints no id anew.
"""

from pathlib import Path

from pipelines.warehouse import connection

FILE = "identities.parquet"
SCHEMA, TABLE = "intermediate", "int_identities__kept"


def export(warehouse: Path, folder: Path) -> int:
    """Write the memberships into ``folder`` in a fixed order; return how many.

    Nothing is written when the warehouse has none, as before its first transform.
    """
    with connection(warehouse) as opened:
        [(found,)] = opened.execute(
            "select count(*) from duckdb_tables() "
            "where schema_name = ? and table_name = ?",
            [SCHEMA, TABLE],
        ).fetchall()
        if not found:
            return 0
        path = str(folder / FILE).replace("'", "''")
        opened.execute(
            f"copy (from {SCHEMA}.{TABLE} order by all) to '{path}' (format parquet)"
        )
        [(n_rows,)] = opened.execute(
            f"select count(*) from {SCHEMA}.{TABLE}"
        ).fetchall()
    return int(n_rows)


def restore(folder: Path, warehouse: Path) -> int:
    """Begin ``warehouse`` with the memberships of ``folder``; return how many.

    Nothing happens without a file: then ids are minted as in a first night.
    """
    if not (folder / FILE).exists():
        return 0
    with connection(warehouse, write=True) as opened:
        opened.execute(f"create schema if not exists {SCHEMA}")
        opened.execute(
            f"create or replace table {SCHEMA}.{TABLE} as from read_parquet(?)",
            [str(folder / FILE)],
        )
        [(n_rows,)] = opened.execute(
            f"select count(*) from {SCHEMA}.{TABLE}"
        ).fetchall()
    return int(n_rows)
