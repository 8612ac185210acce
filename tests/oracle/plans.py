"""Projects, their budgets and when their plan is due."""

from datetime import date

from tests.oracle.cents import in_cents
from tests.oracle.copies import plain, survivors
from tests.oracle.days import Days
from tests.oracle.delivery import earned
from tests.oracle.facts import Facts, Row, grouped
from tests.oracle.projects import Project, plan_rows
from tests.oracle.worked import work_of


def is_agreed(days: Days, order: Row) -> bool:
    """Return whether a change order was approved by the day of the run."""
    approved = order["approved_at"]
    return order["status"] == "approved" and (
        not approved or days.local(approved) <= days.as_of
    )


def is_held(days: Days, hold: Row) -> bool:
    """Return whether work is paused; on the day it restarts it is not."""
    return hold["from_date"] <= days.as_of < (hold["to_date"] or date.max)  # type: ignore[no-any-return]


def is_real(row: Row) -> bool:
    return not (row["is_test"] or row["is_template"])


def kept_projects(facts: Facts) -> dict[str, str]:
    """Return for every project the one that counts."""
    references: dict[str, int] = {}
    named = [
        *facts.table("psa", "time_entries"),
        *facts.table("psa", "planned_work"),
        *facts.table("psa", "change_orders"),
        *facts.table("psa", "progress"),
        *facts.table("crm", "deal_shares"),
        *facts.table("crm", "deal_lines"),
    ]
    for row in named:
        references[row["project_id"]] = references.get(row["project_id"], 0) + 1
    for table in ("deals",):
        for row in facts.table("crm", table):
            one = row["psa_project_id"]
            references[one] = references.get(one, 0) + 1
    for row in facts.table("accounting", "invoice_lines"):
        one = row["psa_project_id"]
        references[one] = references.get(one, 0) + 1

    def is_same(left: Row, right: Row) -> bool:
        same_deal = left["crm_deal_id"] and left["crm_deal_id"] == right["crm_deal_id"]
        return (
            left["client_id"] == right["client_id"]
            and plain(left["project_name"]) == plain(right["project_name"])
            and bool(same_deal or left["baseline_amount"] == right["baseline_amount"])
        )

    return survivors(
        facts.table("psa", "projects"),
        "project_id",
        is_same,
        lambda project: references.get(project, 0),
    )


def projects_by_id(
    facts: Facts, days: Days, kept: dict[str, str]
) -> dict[str, Project]:
    """Return the projects that are no copies; each knows its copies."""
    orders = grouped(facts.table("psa", "change_orders"), "project_id")
    adjusted = grouped(facts.table("psa", "budget_adjustments"), "project_id")
    held = grouped(facts.table("psa", "holds"), "project_id")
    found: dict[str, Project] = {}
    rows = facts.table("psa", "projects")
    for row in rows:
        one = row["project_id"]
        if kept[one] != one:
            continue
        holds: dict[str, int] = {}
        for hold in held.get(one, []):
            if is_held(days, hold):
                amount = in_cents(hold["hold_amount"])
                holds[hold["kind"]] = holds.get(hold["kind"], 0) + amount
        found[one] = Project(
            row=row,
            id=one,
            client=facts.client("psa", row["client_id"]),
            currency=row["currency_code"] or facts.reporting_currency,
            baseline=in_cents(row["baseline_amount"]),
            current=in_cents(row["current_amount"]),
            adjustments=sum(
                in_cents(adjustment["adjustment_amount"])
                for adjustment in adjusted.get(one, [])
            ),
            orders=[order for order in orders.get(one, []) if is_agreed(days, order)],
            holds=holds,
            copies=[
                copy
                for copy in rows
                if copy["project_id"] != one and kept[copy["project_id"]] == one
            ],
        )
        hold_rest(facts, days, found[one], held.get(one, []))
        found[one].plan = plan_rows(facts, days, found[one])
    return found


def hold_rest(facts: Facts, days: Days, project: Project, holds: list[Row]) -> None:
    """Hold all that is left of a project where a hold names no amount."""
    whole = [
        hold for hold in holds if hold["hold_amount"] is None and is_held(days, hold)
    ]
    if not whole:
        return
    price = project.planned
    if project.row["billing_type"] == "fixed_fee":
        done = earned(days, project, days.as_of)
    else:
        done = sum(
            one.value
            for one in work_of(facts, {}).get(project.id, [])
            if one.is_billable
        )
    project.remainder = max(price - done, 0)
    project.holds[whole[0]["kind"]] += project.remainder
