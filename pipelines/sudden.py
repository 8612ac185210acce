"""Changes that no firm makes overnight: a column falls silent, or changes its unit."""

from collections.abc import Iterator, Mapping
from typing import Any

import duckdb

from pipelines.firm import Connection
from pipelines.sources import RawTable, TableError
from pipelines.sources.kinds import CONNECTION, GONE
from pipelines.sources.registry import raw_schema
from pipelines.sources.rows import Rows

FEW = 10
"""Fewer records than this may well change in the same way."""

FACTORS = (60, 100, 1000, 3600)
"""Minutes or seconds and hours, cents and units, thousands."""


def refuse_sudden_change(
    opened: duckdb.DuckDBPyConnection,
    connection: Connection,
    table: RawTable,
    rows: Rows,
) -> None:
    """Raise TableError when the records that we hold change as nobody works.

    A column is empty in every record, though records had it that nobody has changed
    since: it was removed, renamed, or hidden from the key. Or every number is the old
    one times one factor: the system tells cents for units. A firm's own files are
    believed, and so is somebody who emptied a column record by record.
    """
    columns = [c for c in table.columns if c not in table.key and c != GONE]
    if table.may_be_empty or rows.kept.num_rows < FEW or not columns:
        return
    key = " and ".join(f"told.{k} = held.{k}" for k in (CONNECTION, *table.key))
    is_moved = (
        f"told.{table.cursor} != held.{table.cursor}" if table.cursor else "false"
    )
    said = ", ".join(_compared(c, table.columns[c], is_moved) for c in columns)
    opened.register("told", rows.kept)
    answer = opened.execute(
        f"select {said} from told "
        f"inner join {raw_schema(connection, table)}.{table.name} as held on {key}"
    ).fetchone()
    opened.unregister("told")
    for what in _odd(dict(zip(columns, answer or (), strict=False))):
        raise TableError(
            connection.name,
            table.name,
            f"{what}. The last rows stay. Look into the system, its version and what "
            f"the key may read; when it is true, run `make backfill "
            f"SYSTEM={connection.name}`.",
        )


def _compared(column: str, kind: str, is_moved: str) -> str:
    told, held = f"told.{column}", f"held.{column}"
    said = f"'n_told': (select count({column}) from told), 'had': count({held})"
    said += f", 'n_still': count({held}) filter (not coalesce({is_moved}, false))"
    if kind in ("decimal", "integer"):
        moved = f"filter ({held} != 0 and {told} != {held})"
        ratio = f"round({told} / {held}, 6)"
        said += f", 'n': count({told}) {moved}"
        said += f", 'n_same': count({told}) filter ({held} != 0 and {told} = {held})"
        said += f", 'least': min({ratio}) {moved}, 'most': max({ratio}) {moved}"
    return f"{{{said}}}"


def _odd(found: Mapping[str, Mapping[str, Any]]) -> Iterator[str]:
    factors = {*FACTORS, *(round(1 / factor, 6) for factor in FACTORS)}
    for column, told in found.items():
        if not told["n_told"] and told["n_still"] and told["had"] >= FEW:
            yield f"{column} is empty in all {told['had']} records that had it"
        least = told.get("least")
        is_other = told.get("n", 0) >= FEW and not told["n_same"]
        if is_other and least == told["most"] and least in factors:
            yield f"{column} of {told['n']} records is {least:g} times what it was"
