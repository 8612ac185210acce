"""Whole firms: many clients, each with sales, delivery, invoices and payments."""

from datetime import date, timedelta
from decimal import Decimal
from itertools import pairwise
from typing import Any

from tests.oracle.invented import (
    clients,
    delivery,
    invoicing,
    ledger,
    lines,
    paying,
    plans,
    sales,
)
from tests.oracle.invented.fans import fan_out
from tests.oracle.invented.firm import Invented
from tests.oracle.invented.rare import rare
from tests.oracle.invented.work import work

ZONES = ("America/New_York", "Europe/Berlin", "Asia/Tokyo", "UTC")


def firm(seed: int, n_clients: int, *, is_rare: bool = False) -> Invented:
    """Return the firm of a seed; ``is_rare`` adds the rarer cases."""
    start = Invented(seed, date(2026, 5, 29))
    as_of = start.random.choice(
        (date(2026, 5, 29), date(2026, 5, 31), date(2026, 4, 15), date(2026, 1, 2))
    )
    own = Invented(
        seed,
        as_of,
        time_zone=start.random.choice(ZONES),
        months=start.random.choice(("calendar", "calendar", "4-4-5")),
        fiscal_year_start_month=start.random.choice((1, 1, 4, 7)),
        holidays=(date(2025, 12, 25), date(2026, 1, 1), date(2026, 5, 1)),
        has_ledger=start.chance(0.7),
        reporting_currency=start.random.choice(("USD", "CHF", "SGD")),
    )
    clients.rates(own)
    ledger.accounts(own)
    known = [story(own) for _ in range(n_clients)]
    if n_clients > 1:
        known += fan_out(own)
    if is_rare:
        known += rare(own)
    misfile(own, known)
    for client in known:
        paying.pay(client)
    if own.has_ledger:
        ledger.post(own)
    return own


def story(own: Invented) -> clients.Client:
    """Add one client with one to three deals and what came of them."""
    client = clients.client(own)
    for _ in range(own.random.randint(1, 3)):
        sold(client)
    if own.chance(0.15):
        one = delivery.project(
            client, None, own.whole(10, 90) * 100, is_legacy=own.chance(0.4)
        )
        deliver(client, one)
    if own.chance(0.1):
        delivery.project(client, None, own.whole(10, 90) * 100, is_test=True)
        client.projects.pop()
    sales.others(client)
    invoicing.extras(client)
    return client


def sold(client: clients.Client) -> None:
    """Sell a deal, and deliver it as no, one or several projects."""
    own = client.firm
    value = own.whole(20, 600) * 100
    row = sales.deal(client, value)
    if own.chance(0.6):
        lines.lines(client, row, value)
    elif own.chance(0.4):
        row["list_amount"] = row["net_amount"] + own.whole(0, 9) * 100
    n = own.random.choice((0, 1, 1, 1, 2, 3))
    shares = [(value / n).quantize(Decimal(1))] * n if n else []
    if n:
        shares[-1] = value - sum(shares[:-1])
    projects = [delivery.project(client, row, share) for share in shares]
    if n > 1 and own.chance(0.5):
        share(client, row, projects, shares)
    for one in projects:
        deliver(client, one)
        if own.chance(0.06):
            twin = {k: v for k, v in one.items() if k != "company_id"}
            twin |= {
                "project_id": own.id("J"),
                "project_name": f"{one['project_name']} (copy)",
                "created_at": one["created_at"] + timedelta(2),
            }
            own.add("psa", "projects", **twin)
    if own.chance(0.1):
        row["included_tax_amount"] = own.whole(1, 9) * 100
        row["net_amount"] += row["included_tax_amount"]
    if own.chance(0.1):
        sales.copy(client, row)
    elif own.chance(0.25):
        sales.edit(client, row)


def share(
    client: clients.Client,
    row: dict[str, Any],
    projects: list[dict[str, Any]],
    shares: list[Decimal],
) -> None:
    """Record how a deal is split; now and then one share is wrong."""
    own = client.firm
    for n, (project, amount) in enumerate(zip(projects, shares, strict=True)):
        off = 100 if n == 0 and own.chance(0.2) else 0
        own.add(
            "crm",
            "deal_shares",
            deal_id=row["deal_id"],
            project_id=project["project_id"],
            share_amount=amount + off,
            currency_code=client.currency,
        )


def deliver(client: clients.Client, row: dict[str, Any]) -> None:
    delivery.change(client, row)
    plans.plan(client, row)
    entries = work(client, row)
    if row["billing_type"] == "time_and_materials":
        invoicing.bill_time(client, row, entries)
    else:
        invoicing.bill_fee(client, row)


def misfile(own: Invented, known: list[clients.Client]) -> None:
    """File one invoice in twenty under another client of the same currency."""
    for left, right in pairwise(known):
        fees = [
            one for one in left.projects if one["billing_type"] != "time_and_materials"
        ]
        if left.currency == right.currency and fees and own.chance(0.1):
            day = own.day(own.as_of - timedelta(90), own.as_of)
            invoicing.invoice(right, day, [(fees[0], Decimal(650))])
