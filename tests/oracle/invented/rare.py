"""Rarer lives of a deal: amended, paid in advance, measured by milestones, on hold."""

from datetime import timedelta
from decimal import Decimal
from typing import Any

from tests.oracle.invented import delivery, invoicing, plans, sales, work
from tests.oracle.invented.clients import Client, client
from tests.oracle.invented.firm import Invented

SOLD = Decimal(24000)


def rare(firm: Invented) -> list[Client]:
    """Add one client for each rarer case."""
    return [
        case(client(firm))
        for case in (
            amended,
            by_milestones,
            paid_in_advance,
            held_whole,
            by_time_without_plan,
            by_card,
        )
    ]


def begun(own: Client, **said: Any) -> tuple[dict[str, Any], dict[str, Any]]:
    """Sell a deal a hundred days ago, and start its project the same day."""
    day = own.firm.as_of - timedelta(100)
    billing = said.pop("billing_type", "fixed_fee")
    deal = sales.deal(own, SOLD, closed=day, billing_type=billing)
    return deal, delivery.project(own, deal, SOLD, start_date=day, **said)


def amended(own: Client) -> Client:
    """Sell more by an amendment, with a change order that names it."""
    firm = own.firm
    deal, project = begun(own)
    day = firm.as_of - timedelta(50)
    more = sales.deal(
        own,
        Decimal(3000),
        closed=day,
        billing_type="fixed_fee",
        amendment_of_deal_id=deal["deal_id"],
    )
    firm.add(
        "psa",
        "change_orders",
        change_order_id=firm.id("CO"),
        project_id=project["project_id"],
        change_amount=Decimal(3000),
        status="approved",
        approved_at=firm.moment(day),
        deal_id=more["deal_id"],
    )
    project["current_amount"] += 3000
    work.progress(own, project)
    return own


def by_milestones(own: Client) -> Client:
    """Earn a fee by accepted milestones."""
    firm = own.firm
    _, project = begun(own, progress_method="milestones", billing_cycle="milestone")
    for days, accepted in ((80, 75), (40, 38), (10, None)):
        firm.add(
            "psa",
            "milestones",
            milestone_id=firm.id("M"),
            project_id=project["project_id"],
            milestone_name=firm.name(),
            milestone_amount=SOLD / 3,
            due_date=firm.as_of - timedelta(days),
            accepted_at=firm.moment(firm.as_of - timedelta(accepted))
            if accepted
            else None,
        )
    invoicing.invoice(own, firm.as_of - timedelta(70), [(project, Decimal(8000))])
    return own


def paid_in_advance(own: Client) -> Client:
    """Bill time ahead, and draw half of it down."""
    firm = own.firm
    _, project = begun(own, billing_type="time_and_materials")
    plans.plan(own, project)
    entries = [work.entry(own, project) for _ in range(9)]
    said = {"line": {"line_kind": "advance"}}
    invoicing.invoice(own, firm.as_of - timedelta(90), [(project, SOLD)], **said)
    invoicing.invoice(own, firm.as_of - timedelta(5), [(project, -SOLD / 2)], **said)
    invoicing.bill_time(own, project, entries[:5])
    return own


def held_whole(own: Client) -> Client:
    """Put all of a project on hold that is left of it."""
    firm = own.firm
    _, project = begun(own, status="on_hold")
    work.progress(own, project)
    firm.add(
        "psa",
        "holds",
        project_id=project["project_id"],
        kind="on_hold",
        from_date=firm.as_of - timedelta(7),
    )
    return own


def by_time_without_plan(own: Client) -> Client:
    """Work by the hour where nobody planned any."""
    _, project = begun(own, billing_type="time_and_materials")
    for _ in range(5):
        work.entry(own, project)
    return own


def by_card(own: Client) -> Client:
    """Work at the rate of the card, which the entries do not repeat."""
    firm = own.firm
    _, project = begun(own, billing_type="time_and_materials")
    plans.plan(own, project)
    for role, rate in delivery.ROLES.items():
        firm.add(
            "psa",
            "rate_card",
            project_id=project["project_id"],
            role=role.lower(),
            bill_rate=rate + 10,
            valid_from=project["start_date"],
            approved_at=firm.moment(project["start_date"]),
        )
    for _ in range(5):
        work.entry(own, project)["bill_rate"] = None
    return own
