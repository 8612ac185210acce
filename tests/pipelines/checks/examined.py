"""A small warehouse whose examined rows a test states itself."""

from datetime import date, datetime, timedelta
from pathlib import Path

from pipelines import warehouse
from pipelines.checks.suite import Claim, Suite
from pipelines.firm import Firm
from pipelines.rules import Run, write_rules

SUITE = Suite("planted", (Claim("has_a_twin", "Nothing has a twin."),))

COLUMNS = (
    "claim varchar, record_id varchar, subject varchar, source_system varchar, "
    "source_record_type varchar, source_record_id varchar, client_id varchar, "
    "sentence varchar, severity varchar, owner_role varchar, fix_in varchar, "
    "money_at_stake decimal(18, 2), currency_code varchar"
)


def firm(folder: Path) -> Firm:
    return Firm(
        name="Small firm",
        reporting_currency="USD",
        connections=(),
        folder=folder,
        links={"hubspot": "4711"},
        rules_folder=folder / "rules",
    )


def night(number: int) -> Run:
    return Run(
        run_id=f"run-{number}",
        run_at=datetime(2026, 5, 31, 22) + timedelta(days=number),
        as_of=date(2026, 5, 31) + timedelta(days=number),
        code_version="1",
    )


def row(number: int, wrong: bool, claim: str = "has_a_twin") -> tuple[object, ...]:
    return (
        claim,
        f"hubspot:deal:{number}",
        "",
        "hubspot",
        "deal",
        str(number),
        "client_1",
        f"Deal {number} has a twin. Merge it in CRM." if wrong else None,
        "critical",
        "sales",
        "crm",
        12,
        "USD",
    )


def write_night(
    path: Path,
    run: Run,
    rows: list[tuple[object, ...]],
    suite: str = SUITE.name,
) -> None:
    """Write the rules of ``run`` and the rows that a suite examines."""
    with warehouse.connection(path, write=True) as opened:
        write_rules(firm(path.parent), run, opened)
        opened.execute(
            "insert into rules.connections values "
            "('crm', 'hubspot', 'hubspot', null, null)"
        )
        opened.execute(
            "create or replace table rules.source_links as select "
            "'hubspot' as system, 'deal' as source_record_type, "
            "'https://crm.test/{account}/{id}' as url_template"
        )
        opened.execute("create schema if not exists intermediate")
        table = f"intermediate.int_{suite}__examined"
        opened.execute(f"create or replace table {table} ({COLUMNS})")
        if rows:
            columns = [list(column) for column in zip(*rows, strict=True)]
            marks = ", ".join("unnest(?)" for _ in columns)
            opened.execute(f"insert into {table} select {marks}", columns)


def findings(path: Path) -> dict[str, str]:
    """Return the status of each finding by the record it names."""
    with warehouse.connection(path) as opened:
        return dict(
            opened.execute(
                "select source_record_id, status from quality.findings"
            ).fetchall()
        )
