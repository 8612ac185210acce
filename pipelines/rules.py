"""What this firm decided, written into schema rules: firm.toml and its rules folder."""

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

import duckdb

from pipelines.firm import Firm, FirmError
from pipelines.misspelt import WEEKDAYS
from pipelines.run import Run

__all__ = ["RULE_FILES", "Run", "write_rules"]

RULE_FILES = {
    "identity_decisions": {
        "entity": "varchar",
        "left_record": "varchar",
        "right_record": "varchar",
        "decision": "varchar",
        "valid_from": "date",
        "decided_by": "varchar",
        "decided_on": "date",
        "because": "varchar",
        "evidence_hash": "varchar",
    },
    "accepted_differences": {
        "scope_kind": "varchar",
        "scope_id": "varchar",
        "driver": "varchar",
        "until": "date",
        "because": "varchar",
        "decided_by": "varchar",
    },
    "targets": {
        "period": "varchar",
        "kind": "varchar",
        "target": "decimal(18, 2)",
        "role": "varchar",
    },
    "account_map": {"account_code": "varchar", "account_kind": "varchar"},
}
"""The files of the rules folder, their columns and their types."""


def write_rules(firm: Firm, run: Run, opened: duckdb.DuckDBPyConnection) -> None:
    """Replace the tables of schema rules that come from firm.toml and the rules folder.

    Raises FirmError that names file and column when a rule file cannot be read.
    """
    opened.execute("create schema if not exists rules")
    _replace(
        opened,
        "firm",
        "firm_name varchar, reporting_currency varchar, time_zone varchar, as_of date, "
        "fiscal_year_start_month integer, months varchar, is_invented boolean, "
        "run_id varchar, run_at timestamp, code_version varchar",
        [
            (
                firm.name,
                firm.reporting_currency,
                firm.time_zone,
                run.as_of,
                firm.fiscal_year_start_month,
                firm.months,
                firm.is_invented,
                run.run_id,
                run.run_at.replace(tzinfo=None),
                run.code_version,
            )
        ],
    )
    _replace(
        opened,
        "connections",
        "role varchar, system varchar, source_system varchar, company_id varchar, "
        "beside varchar",
        ((c.role, c.system, c.name, c.company, c.beside) for c in firm.connections),
    )
    _replace(
        opened, "limits", "event varchar, working_days integer", firm.limits.items()
    )
    _replace(
        opened,
        "stages",
        "source_system varchar, stage varchar, meaning varchar",
        (
            (system, stage, meaning)
            for system, meanings in firm.stages.items()
            for meaning, stages in meanings.items()
            for stage in stages
        ),
    )
    _replace(
        opened,
        "working_days",
        "weekday integer",
        ((WEEKDAYS.index(day) + 1,) for day in firm.working_days),
    )
    _replace(
        opened, "firm_holidays", "holiday_date date", ((day,) for day in firm.holidays)
    )
    _replace(
        opened,
        "source_accounts",
        "source_system varchar, account varchar",
        firm.links.items(),
    )
    for name, columns in RULE_FILES.items():
        _replace_from_file(opened, name, columns, firm.rules_folder / f"{name}.csv")


def _replace(
    opened: duckdb.DuckDBPyConnection,
    name: str,
    columns: str,
    rows: Iterable[Sequence[object]],
) -> None:
    opened.execute(f"create or replace table rules.{name} ({columns})")
    for row in rows:
        marks = ", ".join("?" for _ in row)
        opened.execute(f"insert into rules.{name} values ({marks})", list(row))


def _replace_from_file(
    opened: duckdb.DuckDBPyConnection, name: str, columns: Mapping[str, str], path: Path
) -> None:
    _replace(opened, name, ", ".join(f"{c} {k}" for c, k in columns.items()), [])
    if not path.exists():
        return
    try:
        opened.execute(
            f"insert into rules.{name} by name select * from read_csv(?, "
            "header = true, all_varchar = true, null_padding = true)",
            [str(path)],
        )
    except duckdb.Error as error:
        raise FirmError(
            f"{path} cannot be read: {error}. Its columns are {', '.join(columns)}."
        ) from error
