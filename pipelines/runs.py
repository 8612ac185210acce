"""quality.runs: every night of the firm, those that were never published too."""

from dataclasses import asdict
from pathlib import Path

import duckdb

from pipelines.report import Report, journal

COLUMNS = {
    "run_id": "varchar: The night.",
    "firm_name": "varchar: Whose night it was.",
    "generation": "integer: The number of the folder that the night built.",
    "as_of": "date: The last day that counts.",
    "started_at": "timestamp: When the night began, UTC.",
    "code_version": "varchar: The version of the rules that computed the night.",
    "finished_at": "timestamp: When everything was ready to publish, or failed, UTC.",
    "status": "varchar: published, marked (incomplete source), unpublished or killed.",
    "explanation": "varchar: What happened, in a sentence.",
    "load_seconds": "decimal(9, 1): How long loading took.",
    "transform_seconds": "decimal(9, 1): How long the models and their tests took.",
    "check_seconds": "decimal(9, 1): How long the checks took.",
    "n_rows_read": "bigint: Rows read from all sources.",
    "n_rows_loaded": "bigint: Rows loaded from all sources.",
    "n_rows_quarantined": "bigint: Rows that no table could take.",
    "n_models": "bigint: Models built.",
    "n_tests": "bigint: Tests of models passed.",
    "n_findings": "bigint: Findings of the checks.",
    "is_transform_skipped": "boolean: Whether nothing had changed since the last.",
}


def write_runs(build: Path, report: Report, opened: duckdb.DuckDBPyConnection) -> None:
    """Add this night, and nights that were never published, to quality.runs."""
    typed = {name: said.partition(": ") for name, said in COLUMNS.items()}
    opened.execute("create schema if not exists quality")
    opened.execute(
        "create table if not exists quality.runs "
        f"({', '.join(f'{name} {said[0]}' for name, said in typed.items())})"
    )
    opened.execute("comment on table quality.runs is 'One row per night.'")
    for name, said in typed.items():
        text = said[2].replace("'", "''")
        opened.execute(f"comment on column quality.runs.{name} is '{text}'")
    opened.execute("delete from quality.runs where run_id = ?", [report.run_id])
    found = opened.execute("select run_id from quality.runs").fetchall()
    known = {run_id for (run_id,) in found}
    nights = {**journal(build), report.run_id: report}
    for run_id in sorted(set(nights) - known):
        row = asdict(nights[run_id])
        opened.execute(
            f"insert into quality.runs values ({', '.join('?' for _ in COLUMNS)})",
            [row[name] for name in COLUMNS],
        )
