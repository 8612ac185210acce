"""What this firm decided, written into schema rules: firm.toml and its rules folder."""

import duckdb

from pipelines.firm import Firm
from pipelines.misspelt import WEEKDAYS
from pipelines.rule_files import RULE_FILES, fill_from_file, replace
from pipelines.run import Run

__all__ = ["Run", "write_rules"]


def write_rules(firm: Firm, run: Run, opened: duckdb.DuckDBPyConnection) -> None:
    """Replace the tables of schema rules that come from firm.toml and the rules folder.

    Raises FirmError that names file and column when a rule file cannot be read.
    """
    opened.execute("create schema if not exists rules")
    replace(
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
    replace(
        opened,
        "connections",
        "role varchar, system varchar, source_system varchar, company_id varchar, "
        "beside varchar",
        ((c.role, c.system, c.name, c.company, c.beside) for c in firm.connections),
    )
    replace(
        opened,
        "companies",
        "company_id varchar, company_name varchar, currency_code varchar",
        (
            (
                key,
                said.get("name"),
                said.get("currency", firm.reporting_currency).upper(),
            )
            for key, said in firm.companies.items()
        ),
    )
    replace(opened, "scope", "scope_kind varchar, scope_name varchar", firm.scope)
    replace(
        opened, "limits", "event varchar, working_days integer", firm.limits.items()
    )
    replace(
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
    replace(
        opened,
        "working_days",
        "weekday integer",
        ((WEEKDAYS.index(day) + 1,) for day in firm.working_days),
    )
    replace(
        opened, "firm_holidays", "holiday_date date", ((day,) for day in firm.holidays)
    )
    replace(
        opened,
        "source_accounts",
        "source_system varchar, account varchar",
        firm.links.items(),
    )
    for name, columns in RULE_FILES.items():
        fill_from_file(opened, name, columns, firm.rules_folder / f"{name}.csv")
