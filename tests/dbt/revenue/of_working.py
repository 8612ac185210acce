"""What can happen between the plan and the work."""

from datetime import date, datetime
from decimal import Decimal

from tests.dbt.revenue.cases import (
    Case,
    fixed_fee,
    progress_billed,
    rebilled,
    resold,
    second_deal,
    settle,
    unbilled,
    with_extra,
)
from tests.dbt.revenue.clean import FEE
from tests.dbt.revenue.contract import Contract


def budgeted(c: Contract, amount: int) -> None:
    resold(c, amount, amount)
    c.one("psa.projects")["current_amount"] = Decimal(amount)


def planned_later(c: Contract) -> None:
    budgeted(c, 33000)
    row = {"planned_work_id": c.id("w", "x"), "planned_amount": Decimal(1000)}
    more = {"planned_hours": Decimal(10), "person_id": "two"}
    c.add("psa.planned_work", **c.rows["psa.planned_work"][-1] | row | more)


def not_begun(c: Contract, start: date) -> None:
    deal = second_deal(c, 5000, date(2026, 3, 3))
    deal["service_start_date"] = start
    project = {"project_id": c.id("p2"), "project_name": f"More {c.key}"}
    money = {"baseline_amount": Decimal(5000), "current_amount": Decimal(5000)}
    link = {"crm_deal_id": c.id("d2"), "start_date": start}
    kind = {"billing_type": "fixed_fee"}
    c.add("psa.projects", **c.one("psa.projects") | project | money | link | kind)
    c.add(
        "psa.planned_work",
        planned_work_id=c.id("w2"),
        project_id=c.id("p2"),
        month=start.replace(day=1),
        planned_amount=Decimal(5000),
    )


def fewer_hours(c: Contract) -> None:
    gone = c.entries(0)[0]["time_entry_id"]
    for table in ("psa.time_entries", "accounting.invoice_line_times"):
        c.drop(table, lambda r: r["time_entry_id"] == gone)
    rebilled(c, 0, FEE - 800)


def other_rate(c: Contract, card: int) -> None:
    c.entries(0)[0]["bill_rate"] = Decimal(105)
    c.add(
        "psa.rate_card",
        project_id=c.id("p"),
        role="senior",
        bill_rate=Decimal(card),
        valid_from=date(2026, 1, 1),
        valid_to=date(2026, 1, 2),
        approved_at=datetime(2025, 12, 20),
    )
    rebilled(c, 0, FEE + 40)


def ahead(c: Contract) -> None:
    c.rows["psa.progress"][-1]["percent_complete"] = Decimal(75)
    settle(c, "x", FEE)


def behind(c: Contract) -> None:
    c.rows["psa.progress"].pop()
    unbilled(c)


def for_free(c: Contract, reason: str | None) -> None:
    entry = c.entries(0)[0]
    entry.update(is_billable=False, non_billable_reason=reason)
    gone = entry["time_entry_id"]
    c.drop("accounting.invoice_line_times", lambda r: r["time_entry_id"] == gone)
    rebilled(c, 0, FEE - 800)


P2D = "planned_to_delivered"
CASES = (
    Case(
        "not_given",
        lambda c: budgeted(c, 33000),
        {f"{P2D}/budget_not_assigned/L": -1000},
    ),
    Case("planned_later", planned_later, {f"{P2D}/not_yet_due/T": -1000}),
    Case(
        "never_begun",
        lambda c: not_begun(c, date(2026, 4, 1)),
        {f"{P2D}/not_started/F": -5000},
    ),
    Case(
        "begins_late",
        lambda c: not_begun(c, date(2026, 5, 20)),
        {f"{P2D}/not_started/T": -5000},
    ),
    Case("more_hours", with_extra, {f"{P2D}/hours_over_plan/L": 800}),
    Case("fewer_hours", fewer_hours, {f"{P2D}/hours_under_plan/L": -800}),
    Case(
        "other_role",
        lambda c: with_extra(
            c, amount=Decimal(2000), role="principal", bill_rate=Decimal(250)
        ),
        {f"{P2D}/unplanned_role/L": 2000},
    ),
    Case("new_card", lambda c: other_rate(c, 105), {f"{P2D}/rate_change/L": 40}),
    Case("off_card", lambda c: other_rate(c, 100), {f"{P2D}/rate_change/F": 40}),
    Case("ahead", ahead, {f"{P2D}/progress_ahead/T": 4000}, fixed_fee),
    Case("behind", behind, {f"{P2D}/progress_behind/T": -4000}, progress_billed),
    Case(
        "free_reason",
        lambda c: for_free(c, "training"),
        {f"{P2D}/marked_non_billable/L": -800},
    ),
    Case(
        "free_no_reason",
        lambda c: for_free(c, None),
        {f"{P2D}/marked_non_billable/U": -800},
    ),
)
