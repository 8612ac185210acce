"""What can happen between what was sold and the plan."""

from datetime import date, datetime
from decimal import Decimal

from tests.dbt.revenue.cases import OF_DEALS, OF_PROJECTS, Case, resold, second_deal
from tests.dbt.revenue.clean import PRICE
from tests.dbt.revenue.contract import Contract


def _line(c: Contract, number: int, price: int, **more: object) -> None:
    line = {"deal_line_id": c.id("dl", number), "deal_id": c.id("d")}
    c.add(
        "crm.deal_lines", quantity=Decimal(1), net_price=Decimal(price), **line, **more
    )


def licence_sold(c: Contract) -> None:
    resold(c, 37000)
    _line(c, 1, 32000, project_id=c.id("p"), is_project_work=True)
    _line(c, 2, 5000, is_project_work=False)


def later_year(c: Contract) -> None:
    resold(c, 44000)
    _line(c, 1, 32000, project_id=c.id("p"))
    _line(c, 2, 12000, start_date=date(2027, 1, 1), end_date=date(2027, 12, 31))


def unequal_shares(c: Contract) -> None:
    resold(c, 33000)
    share = {"deal_id": c.id("d"), "project_id": c.id("p"), "share_amount": PRICE}
    c.add("crm.deal_shares", **share)


def contingency(c: Contract) -> None:
    resold(c, 34000)
    c.add(
        "psa.budget_adjustments",
        adjustment_id=c.id("k"),
        project_id=c.id("p"),
        adjustment_amount=Decimal(-2000),
        reason="contingency",
        effective_date=date(2026, 1, 5),
    )


def ordered(c: Contract, sold: int, change: int, status: str = "approved") -> None:
    resold(c, sold, sold)
    c.add(
        "psa.change_orders",
        change_order_id=c.id("co"),
        project_id=c.id("p"),
        change_amount=Decimal(change),
        status=status,
        approved_at=datetime(2026, 2, 2, 12),
    )


def held(c: Contract, kind: str) -> None:
    resold(c, 44000, 44000)
    c.one("psa.projects")["current_amount"] = Decimal(44000)
    hold = {"project_id": c.id("p"), "kind": kind, "from_date": date(2026, 2, 4)}
    c.add("psa.holds", hold_amount=Decimal(12000), **hold)


def unsold(c: Contract, *, is_legacy: bool) -> None:
    c.rows["crm.deals"].clear()
    c.one("psa.projects").update(crm_deal_id=None, is_legacy=is_legacy)


def copied_project(c: Contract) -> None:
    copy = {"project_id": c.id("p2"), "created_at": datetime(2026, 1, 9)}
    name = {"project_name": f"Work {c.key} (copy)"}
    c.add("psa.projects", **c.one("psa.projects") | copy | name)


def template(c: Contract) -> None:
    test = {"project_id": c.id("p2"), "project_name": "Template", "is_test": True}
    no_deal = {"crm_deal_id": None, "baseline_amount": None, "current_amount": 3000}
    c.add("psa.projects", **c.one("psa.projects") | test | no_deal)


E2P, P2P = "expected_to_planned", "psa_to_planned"
HOLD = {f"{E2P}/on_hold/L": -12000, f"{P2P}/on_hold/L": -12000}
STOP = {f"{E2P}/cancelled/L": -12000, f"{P2P}/cancelled/L": -12000}
CASES = (
    Case(
        "licence_sold",
        licence_sold,
        {f"{E2P}/outside_delivery_scope/L": -5000},
        scopes=OF_DEALS,
    ),
    Case("later_year", later_year, {f"{E2P}/future_term/L": -12000}, scopes=OF_DEALS),
    Case(
        "fresh_deal",
        lambda c: second_deal(c, 8000, date(2026, 5, 27)),
        {f"{E2P}/awaiting_handoff/T": -8000},
        scopes=OF_DEALS,
    ),
    Case(
        "deal_forgotten",
        lambda c: second_deal(c, 20000, date(2026, 5, 8)),
        {f"{E2P}/missing_project/F": -20000},
        scopes=OF_DEALS,
    ),
    Case("shares_off", unequal_shares, {f"{E2P}/split_gap/F": -1000}, scopes=OF_DEALS),
    Case("contingency", contingency, {f"{E2P}/kickoff_adjustment/L": -2000}),
    Case(
        "other_start",
        lambda c: resold(c, 33000),
        {f"{E2P}/baseline_differs_from_sold/U": -1000},
    ),
    Case(
        "more_scope",
        lambda c: ordered(c, 30000, 2000),
        {f"{E2P}/scope_added/L": 2000},
    ),
    Case(
        "less_scope",
        lambda c: ordered(c, 36000, -4000),
        {f"{E2P}/scope_removed/L": -4000},
    ),
    Case(
        "unsigned_scope",
        lambda c: ordered(c, 36000, -4000, "draft"),
        {f"{E2P}/budget_edit_without_change_order/U": -4000},
    ),
    Case("on_hold", lambda c: held(c, "on_hold"), HOLD),
    Case("cancelled", lambda c: held(c, "cancelled"), STOP),
    Case(
        "no_deal",
        lambda c: unsold(c, is_legacy=False),
        {f"{E2P}/project_without_deal/F": 32000},
        scopes=OF_PROJECTS,
    ),
    Case(
        "old_work",
        lambda c: unsold(c, is_legacy=True),
        {f"{E2P}/project_without_deal/L": 32000},
        scopes=OF_PROJECTS,
    ),
    Case("project_copied", copied_project, {f"{P2P}/duplicate_project/F": -32000}),
    Case(
        "template",
        template,
        {f"{P2P}/test_project/F": -3000},
        scopes=OF_PROJECTS,
    ),
)
