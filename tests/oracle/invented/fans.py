"""The same deal delivered as one project or as many, and two deals in one project."""

from datetime import timedelta
from decimal import Decimal

from tests.oracle.invented import delivery, invoicing, lines, plans, sales
from tests.oracle.invented.clients import Client, client
from tests.oracle.invented.firm import Invented

SOLD = Decimal(90000)
PROJECTS = (1, 2, 3, 50)


def fan_out(firm: Invented) -> list[Client]:
    """Add a client for each number of projects, one by lines, one that bought twice."""
    return [*(split(firm, n) for n in PROJECTS), by_lines(firm), upsold(firm)]


def by_lines(firm: Invented) -> Client:
    """Sell lines that name their projects, each at its own time; one has none yet."""
    own = client(firm)
    day = firm.as_of - timedelta(60)
    deal = sales.deal(own, Decimal(10001), closed=day, billing_type="fixed_fee")
    for n, price in enumerate((Decimal(5000), Decimal(3001), Decimal(2000))):
        named = firm.id("J")
        if n < 2:
            named = delivery.project(own, deal, price, start_date=day)["project_id"]
        first = day + timedelta(20 * n)
        lines.add_line(
            own,
            deal,
            quantity=Decimal(1),
            net_price=price,
            is_project_work=True,
            project_id=named,
            start_date=first,
            end_date=first + timedelta(70) if n != 1 else None,
        )
    return own


def split(firm: Invented, n: int) -> Client:
    """Deliver one deal as ``n`` projects, billed together on one invoice."""
    own = client(firm)
    day = firm.as_of - timedelta(60)
    deal = sales.deal(
        own, SOLD, closed=day, billing_type="fixed_fee", handed_over_at=None
    )
    said = {"start_date": day, "billing_cycle": "monthly"}
    projects = [delivery.project(own, deal, SOLD / n, **said) for _ in range(n)]
    bill = [(project, Decimal(100)) for project in projects[:3]]
    invoicing.invoice(own, day + timedelta(20), bill)
    return own


def upsold(firm: Invented) -> Client:
    """Sell twice into one project; the second deal is its change order."""
    own = client(firm)
    day = firm.as_of - timedelta(90)
    first = sales.deal(own, SOLD, closed=day, billing_type="fixed_fee")
    project = delivery.project(own, first, SOLD, start_date=day)
    second = sales.deal(
        own,
        Decimal(6000),
        closed=day + timedelta(30),
        billing_type="fixed_fee",
        psa_project_id=project["project_id"],
    )
    firm.add(
        "psa",
        "change_orders",
        change_order_id=firm.id("CO"),
        project_id=project["project_id"],
        change_amount=Decimal(6000),
        reason="more of it",
        status="approved",
        approved_at=firm.moment(day + timedelta(31)),
        deal_id=second["deal_id"],
    )
    project["current_amount"] += 6000
    plans.planned(own, project, day.replace(day=1), project["current_amount"])
    return own
