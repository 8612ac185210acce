"""Reads a built night: its rows of the common model, and what its marts say."""

from collections import defaultdict
from dataclasses import replace
from pathlib import Path
from typing import Any

from pipelines import warehouse
from pipelines.common_model import TABLES
from pipelines.firm import Firm
from tests.oracle.facts import Facts

ROLES = {"account": "crm", "client": "psa", "customer": "accounting"}


def rows_of(built: Path, sql: str) -> list[dict[str, Any]]:
    with warehouse.connection(built) as opened:
        asked = opened.execute(sql)
        names = [column[0] for column in asked.description]
        return [dict(zip(names, row, strict=True)) for row in asked.fetchall()]


def clients_of(built: Path) -> dict[tuple[str, str], str]:
    """Return the client of every record, by role and the record's own id."""
    return {
        (ROLES[row["source_record_type"]], row["source_record_id"]): row["client_id"]
        for row in rows_of(built, "select * from marts.client_records")
    }


def identified(built: Path, facts: Facts) -> Facts:
    """Name an invented firm's clients as its night does.

    Raises AssertionError where the night takes two clients for one, or one for two.
    """
    found = clients_of(built)
    pairs = {(key, found[record]) for record, key in facts.client_of.items()}
    apart = len({key for key, _ in pairs})
    assert len(pairs) == apart == len({one for _, one in pairs}), (
        f"{apart} invented clients are {len({one for _, one in pairs})} of the night: "
        f"{sorted(pairs)}"
    )
    return replace(facts, client_of=found, rank=projects_of(built)[1], kept={})


def projects_of(built: Path) -> tuple[dict[str, str], dict[str, str]]:
    """Return the PSA's project of every project of the books, and our ids of both."""
    rank: dict[str, str] = {}
    members = defaultdict(list)
    for row in rows_of(built, "select * from marts.project_records"):
        members[row["project_id"]].append(row)
        rank[row["source_record_id"]] = row["project_id"]
    named: dict[str, str] = {}
    for group in members.values():
        psa = [row for row in group if row["role"] == "psa"]
        named |= {
            row["source_record_id"]: psa[0]["source_record_id"]
            for row in group
            if row["role"] == "accounting" and psa
        }
    return named, rank


def facts_of(built: Path, firm: Firm) -> Facts:
    """Return the rows of a night's common model, with the clients that it resolved."""
    tables = {
        (table.role, table.name): rows_of(
            built, f"select * from intermediate.{table.model}"
        )
        for table in TABLES
        if table.role != "hr"
    }
    named, rank = projects_of(built)
    [told] = rows_of(built, "select * from rules.firm")
    return Facts(
        reporting_currency=firm.reporting_currency,
        time_zone=firm.time_zone,
        as_of=told["as_of"],
        working_days=firm.working_days,
        holidays=firm.holidays,
        months=firm.months,
        fiscal_year_start_month=firm.fiscal_year_start_month,
        limits=dict(firm.limits),
        rows=tables,
        client_of=clients_of(built),
        books_projects=named,
        rank=rank,
    )


Numbers = dict[tuple[str, ...], int]


def numbers_of(built: Path) -> Numbers:
    """Return every published number by scope kind, record or client, period, anchor."""
    return asked(
        built,
        "select scope_kind, {scope}, period, anchor, sum(anchor_amount) from "
        "marts.revenue_anchors",
    )


def bridges_of(built: Path) -> Numbers:
    """Return every published step, in cents."""
    return asked(
        built,
        "select scope_kind, {scope}, period, segment, driver, driver_class, "
        "sum(step_amount) from marts.revenue_bridge",
    )


def asked(built: Path, sql: str) -> Numbers:
    """Answer with ids that a source gave in place of ours."""
    scope = (
        "coalesce(case scope_kind when 'project' then split_part(record_id, ':', 3) "
        "when 'deal' then split_part(scope_id, ':', 3) end, scope_id)"
    )
    table = sql.rsplit("from ", maxsplit=1)[-1]
    with warehouse.connection(built) as opened:
        rows = opened.execute(
            f"{sql.format(scope=scope + ' as scope')} left join (select project_id, "
            f"record_id from marts.projects) on scope_kind = 'project' and scope_id = "
            f"project_id group by all -- {table}"
        ).fetchall()
    return {tuple(row[:-1]): int(row[-1] * 100) for row in rows if row[-1]}


def words_of(built: Path, key: tuple[str, ...]) -> str:
    """Name the records that a night adds up to one number or step."""
    kind, scope, period, *what = key
    column = {"project": "project_id", "deal": "deal_id", "client": "client_id"}
    where = ["true" if kind == "firm" else f"{column[kind]} like '%{scope}'"]
    if kind == "project":
        where = [
            f"project_id in (select project_id from marts.projects where "
            f"source_record_id = '{scope}')"
        ]
    if period != "to_date":
        where.append(f"month = '{period}'")
    names = ("anchor",) if len(what) == 1 else ("segment", "driver", "driver_class")
    where += [f"{name} = '{one}'" for name, one in zip(names, what, strict=True)]
    rows = rows_of(
        built,
        "select record_id, sum(contribution_amount) as amount from "
        f"marts.revenue_contributions where {' and '.join(where)} group by all "
        "having sum(contribution_amount) != 0 order by abs(amount) desc limit 8",
    )
    return "; ".join(f"{row['record_id']} {row['amount']}" for row in rows) or "none"
