"""Run every suite and keep what it found: quality.findings and quality.checks."""

from collections.abc import Iterable
from pathlib import Path

import duckdb

from pipelines import warehouse as warehouses
from pipelines.checks import (
    differences_without_reason,
    doubtful_identities,
    drifting_fields,
    duplicate_clients,
    duplicate_deals,
    duplicate_invoices,
    duplicate_people,
    duplicate_projects,
    edits_after_close,
    late_handoffs,
    missing_links,
    misstated_records,
    off_owner_edits,
    overdue_work,
    resourcing_faults,
    shadow_records,
    stale_systems,
    wrong_client_links,
)
from pipelines.checks.findings import keep
from pipelines.checks.judge import Verdict, judge
from pipelines.checks.suite import Suite
from pipelines.firm import Firm
from pipelines.rules import Run

SUITES: tuple[Suite, ...] = tuple(
    module.SUITE
    for module in (
        duplicate_clients,
        duplicate_projects,
        duplicate_people,
        duplicate_deals,
        duplicate_invoices,
        drifting_fields,
        missing_links,
        wrong_client_links,
        doubtful_identities,
        edits_after_close,
        off_owner_edits,
        differences_without_reason,
        overdue_work,
        late_handoffs,
        resourcing_faults,
        misstated_records,
        shadow_records,
        stale_systems,
    )
)

CHECKS = """
create schema if not exists quality;
create table if not exists quality.checks (
    suite varchar, expectation varchar, claim varchar, description varchar,
    n_rows_examined bigint, n_unexpected bigint, observed varchar, threshold varchar,
    success boolean, run_id varchar
);
delete from quality.checks where run_id = $run_id;
"""


def check(
    firm: Firm, warehouse: Path, run: Run, suites: Iterable[Suite] = SUITES
) -> int:
    """Judge all suites, bring quality.findings up to date, return how many are open.

    A claim that examined no row fails in quality.checks, unless it says that it may.
    """
    chosen = tuple(suites)
    verdicts = judge(warehouse, chosen)
    with warehouses.connection(warehouse, write=True) as opened:
        opened.begin()
        _keep_checks(opened, verdicts, run)
        n_open = keep(opened, chosen, verdicts, run)
        opened.commit()
    return n_open


def _keep_checks(
    opened: duckdb.DuckDBPyConnection, verdicts: Iterable[Verdict], run: Run
) -> None:
    for statement in CHECKS.split(";"):
        if statement.strip():
            needed = {"run_id": run.run_id} if "$run_id" in statement else None
            opened.execute(statement, needed)
    opened.executemany(
        "insert into quality.checks values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        [
            (
                verdict.suite,
                verdict.expectation,
                verdict.claim.key,
                verdict.claim.says,
                verdict.n_rows_examined,
                len(verdict.offenders),
                _observed(verdict),
                "0 offenders"
                + ("" if verdict.claim.may_be_empty else ", at least 1 row examined"),
                verdict.success,
                run.run_id,
            )
            for verdict in verdicts
        ],
    )


def _observed(verdict: Verdict) -> str:
    return f"{len(verdict.offenders)} of {verdict.n_rows_examined} rows offend"
