"""The same truth through another system: which cells of which tables change, and why.

    python -m tests.pipelines.parity build/parity salesforce personio

Builds the sample firm's night once through its own systems, and once for each system
that is named, in place of the one that holds its role. Both connections bear the same
name, so every key, id and finding must be the same. Ends with 1 when a cell differs
that EXPECTED does not name, or when nothing differs any more where it names one.
"""

import sys
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

import duckdb

from pipelines.beginning import Order
from pipelines.firm import Firm, read_firm
from pipelines.nightly import nightly

FIRM = Path(__file__).resolve().parents[2] / "firm.toml"
MAPS = tomllib.loads(Path(__file__).with_name("other_systems.toml").read_text())
INSTEAD_OF = {"salesforce": "hubspot", "personio": "bamboohr"}
"""System → the sample firm's own system of the same role."""

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

EXPECTED: Mapping[str, Mapping[str, str]] = {
    "salesforce": {
        "marts.field_edits.new_value": "An edit of an amount is told as a number: "
        "252920 is no longer told from 252920.00.",
    },
    "personio": {},
}
"""System → `table.column` that it cannot tell as the other does → why."""


@dataclass(frozen=True)
class Difference:
    """A column of which some rows differ, and one value that only one night has."""

    column: str
    n_rows: int
    example: object


def told_by(system: str) -> Firm:
    """Return the sample firm, told by this system instead of its own."""
    firm, own = read_firm(FIRM), INSTEAD_OF[system]
    return replace(
        firm,
        connections=tuple(
            replace(one, system=system) if one.system == own else one
            for one in firm.connections
        ),
        fields={**firm.fields, own: MAPS["fields"].get(system, {})},
        stages={**firm.stages, own: MAPS["stages"].get(system, {})},
    )


def night(firm: Firm, build: Path) -> Path:
    """Build a night and return the file that analysts read."""
    if nightly(Order(firm, build, None)) != 0:
        raise SystemExit(f"The night in {build} was not published without marks.")
    return (build / "current").resolve() / "analysts.duckdb"


def differences(one: Path, other: Path) -> Iterator[Difference]:
    """Yield every column whose values differ, table by table."""
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
            yield from _unlike(opened, f"{schema}.{table}", compared)


def _unlike(
    opened: duckdb.DuckDBPyConnection, table: str, columns: list[str]
) -> Iterator[Difference]:
    listed = ", ".join(f'"{name}"' for name in columns)
    left, right = (f"select {listed} from {side}.{table}" for side in ("one", "other"))
    if (
        not opened.sql(f"({left}) except all ({right})").fetchone()
        and not opened.sql(f"({right}) except all ({left})").fetchone()
    ):
        return
    found = False
    for name in columns:
        sides = [f'select "{name}" from {side}.{table}' for side in ("one", "other")]
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


def judged(system: str, found: list[Difference]) -> list[str]:
    """Return a sentence for everything that is not as EXPECTED says."""
    named = {difference.column for difference in found}
    return [
        f"{system}: {one.n_rows} values of {one.column} differ, such as {one.example!r}"
        for one in found
        if one.column not in EXPECTED[system]
    ] + [
        f"{system}: nothing differs in {column} any more; take it off the list"
        for column in EXPECTED[system].keys() - named
    ]


def main(folder: Path, systems: list[str]) -> int:
    """Compare every system with the sample's own; return 1 when one surprises."""
    own = night(read_firm(FIRM), folder / "own")
    surprises = []
    for system in systems or list(INSTEAD_OF):
        found = list(differences(own, night(told_by(system), folder / system)))
        surprises += judged(system, found)
    sys.stdout.write("".join(f"{sentence}\n" for sentence in surprises))
    return 1 if surprises else 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), sys.argv[2:]))
