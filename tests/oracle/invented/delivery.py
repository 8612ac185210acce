"""Projects of an invented client: budgets, plans, work and progress."""

from datetime import timedelta
from decimal import Decimal
from typing import Any

from tests.oracle.invented.clients import Client

ROLES = {"Senior": Decimal(180), "Analyst": Decimal(110), "Principal": Decimal(250)}


def project(
    client: Client, deal: dict[str, Any] | None, baseline: Decimal, **said: Any
) -> dict[str, Any]:
    """Add a project that starts within the last year, for a deal or for none."""
    firm = client.firm
    start = firm.day(firm.as_of - timedelta(300), firm.as_of + timedelta(20))
    start = said.get("start_date", start)
    end = start + timedelta(firm.random.randint(20, 320))
    billing = deal["billing_type"] if deal else "fixed_fee"
    row = {
        "project_id": firm.id("J"),
        "client_id": client.client,
        "project_name": f"{firm.name()} {firm.name()}",
        "billing_type": billing,
        "crm_deal_id": deal["deal_id"] if deal else None,
        "status": "active",
        "start_date": start,
        "end_date": end,
        "baseline_amount": baseline,
        "current_amount": baseline,
        "currency_code": client.currency,
        "progress_method": "hours" if billing == "time_and_materials" else "percent",
        "retainer_method": "period" if billing == "retainer" else None,
        "billing_cycle": firm.random.choice(("monthly", "monthly", "quarterly", "end")),
        "is_template": False,
        "is_test": False,
        "is_legacy": False,
        "created_at": firm.moment(start - timedelta(firm.random.randint(1, 30))),
        "is_deleted": False,
    } | said
    client.projects.append(firm.add("psa", "projects", **row))
    return client.projects[-1]


def change(client: Client, row: dict[str, Any]) -> None:
    """Let a project's budget move, with and without a record of why."""
    firm = client.firm
    one = row["project_id"]
    if firm.chance(0.2):
        amount = firm.whole(-20, 20) * 50
        firm.add(
            "psa",
            "budget_adjustments",
            adjustment_id=firm.id("BA"),
            project_id=one,
            adjustment_amount=amount,
            reason="contingency",
        )
        row["baseline_amount"] += amount
        row["current_amount"] += amount
    if firm.chance(0.1):
        row["baseline_amount"] += 150
        row["current_amount"] += 150
    for status, share in (
        ("approved", 0.4),
        ("approved", 0.2),
        ("draft", 0.2),
        ("rejected", 0.1),
    ):
        if not firm.chance(share):
            continue
        amount = firm.whole(-20, 40) * 100
        day = firm.day(min(row["start_date"], firm.as_of) - timedelta(5), firm.as_of)
        firm.add(
            "psa",
            "change_orders",
            change_order_id=firm.id("CO"),
            project_id=one,
            change_amount=amount,
            reason="scope",
            status=status,
            approved_at=firm.moment(day) if status == "approved" else None,
        )
        if status == "approved":
            row["current_amount"] += amount
    if firm.chance(0.15):
        row["current_amount"] += firm.random.choice((-1, 1)) * firm.whole(1, 9) * 100
    for kind, share in (("on_hold", 0.15), ("cancelled", 0.08)):
        if firm.chance(share) and row["current_amount"] > 2000:
            begun = firm.day(firm.as_of - timedelta(60), firm.as_of)
            ended = begun + timedelta(10) if firm.chance(0.3) else None
            firm.add(
                "psa",
                "holds",
                project_id=one,
                kind=kind,
                from_date=begun,
                to_date=ended,
                hold_amount=firm.whole(2, 9) * 100,
                reason="paused",
            )
