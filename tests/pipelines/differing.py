"""Which columns of two published nights hold other values."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

import duckdb

OF_THE_RUN = {
    "run_id",
    "run_at",
    "first_seen_at",
    "last_seen_at",
    "source_url",
    "fix_url",
    "url_template",
}
"""Columns that tell of the run, or of the brand's own addresses."""

SCHEMAS = ("marts", "quality")
OF_THE_LOAD = {"sources", "loads", "runs", "quarantine", "checks"}
"""Tables of schema quality that tell how a night went, not what is true."""


@dataclass(frozen=True)
class Difference:
    """A column of which some rows differ, and one value that only one night has."""

    column: str
    n_rows: int
    example: object


def differences(
    one: Path, other: Path, but: Mapping[str, str] = MappingProxyType({})
) -> Iterator[Difference]:
    """Yield every column whose values differ, table by table.

    ``but`` names, by table, the rows that are left out of both nights.
    """
    with duckdb.connect() as opened:
        for name, path in (("one", one), ("other", other)):
            opened.execute(f"attach '{path}' as {name} (read_only)")
        tables = opened.execute(
            "select table_schema, table_name, list(column_name order by column_name) "
            "from information_schema.columns where table_catalog = 'one' "
            f"and table_schema in {SCHEMAS} group by all order by all"
        ).fetchall()
        for schema, table, columns in tables:
            if schema == "quality" and table in OF_THE_LOAD:
                continue
            compared = [name for name in columns if name not in OF_THE_RUN]
            name = f"{schema}.{table}"
            yield from _unlike(opened, name, compared, but.get(name, "false"))


def _unlike(
    opened: duckdb.DuckDBPyConnection, table: str, columns: list[str], left_out: str
) -> Iterator[Difference]:
    listed = ", ".join(f'"{name}"' for name in columns)
    places = [
        f"{side}.{table} where not coalesce({left_out}, false)"
        for side in ("one", "other")
    ]
    left, right = (f"select {listed} from {place}" for place in places)
    if (
        not opened.sql(f"({left}) except all ({right})").fetchone()
        and not opened.sql(f"({right}) except all ({left})").fetchone()
    ):
        return
    found = False
    for name in columns:
        sides = [f'select "{name}" from {place}' for place in places]
        rows = [
            row[0]
            for here, there in (sides, sides[::-1])
            for row in opened.sql(f"({here}) except all ({there})").fetchall()
        ]
        if rows:
            found = True
            yield Difference(f"{table}.{name}", len(rows), rows[0])
    if not found:
        yield Difference(f"{table}.*", 1, "the same values, in other rows")
