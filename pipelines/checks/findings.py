"""Keep what was found: one row a finding, with its first day, last day and status."""

import hashlib
from collections.abc import Iterable
from typing import TYPE_CHECKING

from pipelines.checks.judge import Verdict
from pipelines.checks.lives import DETAILS, LIVED, TABLE, TOLD
from pipelines.checks.suite import KEY, Suite
from pipelines.rules import Run

if TYPE_CHECKING:
    import duckdb


def finding_id(suite: str, key: Iterable[str]) -> str:
    """Return the id that a finding keeps for as long as its record exists."""
    return hashlib.sha256("|".join((suite, *key)).encode()).hexdigest()[:16]


def keep(
    opened: "duckdb.DuckDBPyConnection",
    suites: Iterable[Suite],
    verdicts: list[Verdict],
    run: Run,
) -> int:
    """Bring quality.findings up to date and return how many are open tonight.

    A finding is resolved only when its claim was examined again and no longer names it.
    """
    opened.execute(TABLE)
    _insert(
        opened,
        "examined",
        [(v.claim.key, v.suite) for v in verdicts if v.n_rows_examined],
    )
    _insert(
        opened,
        "offenders",
        [(finding_id(v.suite, k), v.suite, *k) for v in verdicts for k in v.offenders],
    )
    told = " union all ".join(
        "select offenders.finding_id, offenders.suite, judged.* from "
        f"({suite.query}) as judged inner join offenders "
        f"on offenders.suite = '{suite.name}' and "
        + " and ".join(f"offenders.{column} = judged.{column}" for column in KEY)
        for suite in suites
    )
    opened.execute(f"create or replace temp view told as {told}")
    opened.execute(TOLD)
    details = ", ".join(
        f"if(tonight.finding_id is null, before.{c}, tonight.{c}) as {c}"
        for c in DETAILS
    )
    run_at = run.run_at.replace(tzinfo=None)
    opened.execute(LIVED.format(details=details), {"run_at": run_at})
    opened.execute("delete from quality.findings")
    opened.execute("insert into quality.findings by name select * from lived")
    counted = opened.execute(
        "select count(*) from quality.findings "
        "where status in ('new', 'open', 'regressed')"
    ).fetchall()
    return int(counted[0][0])


def _insert(
    opened: "duckdb.DuckDBPyConnection", table: str, rows: list[tuple[str, ...]]
) -> None:
    """Insert all rows at once: one statement a row takes a second a thousand."""
    if rows:
        columns = [list(column) for column in zip(*rows, strict=True)]
        marks = ", ".join("unnest(?::varchar[])" for _ in columns)
        opened.execute(f"insert into {table} select {marks}", columns)
