"""A warehouse of planted rows, whose models are built one by one, without dbt."""

import csv
from collections.abc import Iterable, Mapping
from pathlib import Path

import duckdb
import pyarrow as pa
from rendering import PROJECT, ancestors, rendered

from pipelines.checks.judge import judge
from pipelines.checks.suite import Suite
from pipelines.common_model import DUCKDB_TYPES, table

FIRM = {
    "as_of": "2026-05-31",
    "reporting_currency": "USD",
    "time_zone": "UTC",
    "run_at": "2026-06-01 03:00:00",
}

SEED_COLUMNS = {
    "field_owners": "lag_hours integer",
    "handoff_events": "event_number integer",
    "drivers": "position integer",
}
"""The columns of seeds that hold numbers."""


def _text(value: object) -> str | None:
    if isinstance(value, bool):
        return str(value).lower()
    return None if value is None else str(value)


class Planted:
    """One file with planted tables, and the models that are built from them."""

    def __init__(self, path: Path) -> None:
        self.path = path
        with duckdb.connect(str(path)) as opened:
            for schema in ("intermediate", "rules", "quality"):
                opened.execute(f"create schema {schema}")
        self.rows("rules.firm", [FIRM], "as_of date; run_at timestamp")

    def rows(
        self, name: str, rows: Iterable[Mapping[str, object]], columns: str = ""
    ) -> None:
        """Create a table with these rows; columns not declared are text."""
        given = list(rows)
        kinds = dict(word.split(" ", 1) for word in columns.split("; ") if word)
        for row in given:
            kinds |= {column: "varchar" for column in row if column not in kinds}
        with duckdb.connect(str(self.path)) as opened:
            ddl = ", ".join(f"{column} {kind}" for column, kind in kinds.items())
            full = name if "." in name else f"intermediate.{name}"
            opened.execute(f"create or replace table {full} ({ddl})")
            # As text in one Arrow table: a statement for each row takes minutes.
            texts = {
                column: pa.array([_text(row.get(column)) for row in given], pa.string())
                for column in {name: None for row in given for name in row}
            }
            if texts:
                opened.register("given", pa.table(texts))
                names = ", ".join(texts)
                opened.execute(f"insert into {full} ({names}) select * from given")

    def common(
        self, role: str, name: str, rows: Iterable[Mapping[str, object]] = ()
    ) -> None:
        """Plant records of one common table, with all its columns."""
        declared = table(role, name)
        kinds = [("source_system", "varchar")] + [
            (column.name, DUCKDB_TYPES[column.kind]) for column in declared.columns
        ]
        self.rows(
            declared.model, rows, "; ".join(f"{name} {kind}" for name, kind in kinds)
        )

    def seed(self, name: str, columns: str = "") -> None:
        """Plant a seed of the project, whole; columns not declared are text."""
        with (PROJECT / "seeds" / f"{name}.csv").open() as file:
            self.rows(
                name,
                [
                    {k: v or None for k, v in row.items()}
                    for row in csv.DictReader(file)
                ],
                columns,
            )

    def build(self, *models: str) -> None:
        """Build models in the order given."""
        for model in models:
            with duckdb.connect(str(self.path)) as opened:
                held = opened.execute(
                    "select column_name from duckdb_columns() where table_name = ?",
                    [model],
                ).fetchall()
                opened.execute(
                    f"create or replace table intermediate.{model} as "
                    f"{rendered(model, [column for (column,) in held])}"
                )

    def build_up_to(self, target: str) -> None:
        """Build a model and all that it is made of, down to what is planted."""
        with duckdb.connect(str(self.path)) as opened:
            known = {
                name
                for (name,) in opened.execute(
                    "select table_name from duckdb_tables()"
                ).fetchall()
            }
        for name in ancestors(target, known):
            if (PROJECT / "seeds" / f"{name}.csv").exists():
                self.seed(name, SEED_COLUMNS.get(name, ""))
            else:
                self.build(name)

    def told(self, model: str) -> dict[str, str]:
        """Return the sentence of each record that a model finds wrong."""
        with duckdb.connect(str(self.path), read_only=True) as opened:
            return dict(
                opened.execute(
                    f"select source_record_id, sentence from intermediate.{model} "
                    "where sentence is not null"
                ).fetchall()
            )

    def judged(self, suite: Suite) -> dict[str, tuple[int, set[str]]]:
        """Return how many rows each claim examined and which records offend."""
        return {
            verdict.claim.key: (
                verdict.n_rows_examined,
                {record_id for _, record_id, _ in verdict.offenders},
            )
            for verdict in judge(self.path, [suite])
        }
