"""Corners in which numbers are most often wrong: what was sold and planned."""

from datetime import date, datetime
from decimal import Decimal

from tests.dbt.revenue.cases import resold, second_deal
from tests.dbt.revenue.clean import clean
from tests.dbt.revenue.contract import Contract
from tests.dbt.revenue.of_planning import ordered
from tests.dbt.revenue.of_selling import edited


def scope_dropped() -> Contract:
    """Less scope by change order, and somebody edits the CRM to match."""
    contract = clean("dropped")
    ordered(contract, 36000, -4000)
    edited(contract)
    contract.rows["crm.field_changes"][0]["old_value"] = "36000"
    return contract


def restarted() -> Contract:
    """Work that paused in February and restarted on 1 May."""
    contract = clean("restarted")
    paused = {"kind": "on_hold", "from_date": date(2026, 2, 4)}
    contract.add(
        "psa.holds",
        project_id=contract.id("p"),
        hold_amount=Decimal(12000),
        to_date=date(2026, 5, 1),
        **paused,
    )
    return contract


def in_parts(n_projects: int) -> Contract:
    """One deal of 60,000.00 that is delivered as so many projects."""
    contract = clean(f"parts{n_projects}", "fixed_fee")
    _forget_delivery(contract)
    resold(contract, 60000)
    for number in range(n_projects):
        part(contract, number, Decimal(100 + number), deal="d")
    return contract


def one_missing() -> Contract:
    """A deal split in three, of which the PSA has two projects."""
    contract = clean("twothirds", "fixed_fee")
    _forget_delivery(contract)
    resold(contract, 60000)
    for number in (1, 2):
        part(contract, number, Decimal(20000), deal="d")
    for number in (1, 2, 3):
        contract.add(
            "crm.deal_shares",
            deal_id=contract.id("d"),
            project_id=contract.id("p", number),
            share_amount=Decimal(20000),
        )
    return contract


def upsold() -> Contract:
    """Two deals in one project; the second is also its change order."""
    contract = clean("upsold")
    resold(contract, 30000, 30000)
    deal = second_deal(contract, 2000, date(2026, 3, 3))
    deal["psa_project_id"] = contract.id("p")
    contract.add(
        "psa.change_orders",
        change_order_id=contract.id("co"),
        project_id=contract.id("p"),
        change_amount=Decimal(2000),
        status="approved",
        approved_at=datetime(2026, 3, 3, 12),
        deal_id=contract.id("d2"),
    )
    return contract


def shared() -> Contract:
    """Two deals that share one project, in a ratio that divides nothing evenly."""
    contract = clean("shared")
    resold(contract, 21333)
    second_deal(contract, 10667, date(2026, 1, 2))["psa_project_id"] = contract.id("p")
    return contract


def reopened(key: str, stage: str) -> Contract:
    """A deal that somebody opened again after its project existed."""
    contract = clean(key)
    closed = stage == "closedlost"
    contract.one("crm.deals").update(stage=stage, is_won=False, is_closed=closed)
    won = {"stage": "closedwon", "entered_at": datetime(2026, 1, 2, 15)}
    contract.add("crm.stage_history", deal_id=contract.id("d"), **won)
    return contract


def backdated() -> Contract:
    """A higher rate of March that was agreed in May, when all but May was billed."""
    contract = clean("backdated")
    for entry in contract.rows["psa.time_entries"]:
        entry["bill_rate"] = None
    for rate, first, agreed in (
        (100, date(2026, 1, 1), datetime(2025, 12, 20)),
        (110, date(2026, 3, 1), datetime(2026, 5, 20)),
    ):
        contract.add(
            "psa.rate_card",
            project_id=contract.id("p"),
            role="senior",
            bill_rate=Decimal(rate),
            valid_from=first,
            approved_at=agreed,
        )
    return contract


def amended() -> Contract:
    """A contract that goes on in another currency."""
    contract = clean("amended")
    deal = second_deal(contract, 1000, date(2026, 5, 27))
    deal.update(currency_code="EUR", amendment_of_deal_id=contract.id("d"))
    return contract


def part(c: Contract, number: int, budget: Decimal, deal: str | None = None) -> None:
    of_its_own = {"project_id": c.id("p", number), "project_name": f"Part {number}"}
    money = {"baseline_amount": budget, "current_amount": budget, "is_deleted": False}
    link = {"crm_deal_id": c.id(deal) if deal else None}
    c.add("psa.projects", **c.one("psa.projects") | of_its_own | money | link)


def _forget_delivery(contract: Contract) -> None:
    """Leave the deal alone in the world: nothing planned, worked or billed yet."""
    kept = ("crm.", "psa.clients", "psa.projects", "accounting.customers")
    for table in [t for t in contract.rows if not t.startswith(kept)]:
        contract.rows[table].clear()
    contract.one("psa.projects")["is_deleted"] = True


OF_CONTRACTS = (
    *(scope_dropped, restarted, one_missing, upsold, shared, amended, backdated),
    *(lambda n=n: in_parts(n) for n in (1, 2, 3, 50)),
    lambda: reopened("disputed", "qualifiedtobuy"),
    lambda: reopened("lost", "closedlost"),
)
