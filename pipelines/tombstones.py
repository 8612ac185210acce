"""Records that a whole reading no longer names: marked as gone, never removed."""

from datetime import datetime

import duckdb

from pipelines.fetch import Reading
from pipelines.sources.kinds import GONE

MOST, MOST_SHARE = 20, 0.02
"""More than that at once is a mistake of the system more often than of its people."""


def bury(
    opened: duckdb.DuckDBPyConnection,
    schema: str,
    reading: Reading,
    now: datetime,
    *,
    believes: bool,
) -> str:
    """Mark what a complete reading lacks. Return why that was held back.

    A reading that is not whole tells of the days only that it has listed.
    A record that comes back is read with an empty mark and so lives again. Records
    that were set aside are named all the same, and are not gone. ``believes`` accepts
    any number of deletions, because somebody asked for it.
    """
    table, rows = reading.table, reading.rows
    if rows is None or GONE not in table.columns:
        return ""
    if not reading.is_whole and not rows.listed:
        return ""
    key = ", ".join(f"stored.{part}" for part in table.key)
    same = " and ".join(f"listed.{part} = stored.{part}" for part in table.key)
    opened.register("listed", rows.kept)
    lacking = (
        f"stored.connection = $name and stored.{GONE} is null "
        f"and not exists (from listed where {same}) "
        f"and concat_ws('/', {key}) not in (select unnest($aside::varchar[]))"
    )
    if rows.listed and not reading.is_whole:
        lacking += f" and stored.{rows.listed.column} >= '{rows.listed.first}'"
    said = {
        "name": reading.connection.name,
        "aside": [row.row_key for row in rows.rejected],
    }
    try:
        counted = opened.execute(
            f"select count(*) filter (where {lacking}), count(*) filter (where "
            f"stored.connection = $name and stored.{GONE} is null) "
            f"from {schema}.{table.name} as stored",
            said,
        ).fetchone()
        n_gone, n_known = counted or (0, 0)
        is_odd = n_gone > MOST and n_gone > MOST_SHARE * n_known
        if n_gone and (believes or not (is_odd or not rows.kept.num_rows)):
            opened.execute(
                f"update {schema}.{table.name} as stored set {GONE} = $now "
                f"where {lacking}",
                {**said, "now": now},
            )
            return ""
    finally:
        opened.unregister("listed")
    if not n_gone:
        return ""
    name = reading.connection.name
    return (
        f"{name}, {table.name}: {n_gone} of {n_known} records are gone at once. That "
        "is not believed: they stay. Look into the system; when it is true, run "
        f"`make backfill SYSTEM={name}`."
    )
