"""Deals of an invented client: edits, copies, amendments, lost and open ones."""

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from tests.oracle.invented.clients import Client

TYPES = ("time_and_materials", "fixed_fee", "fixed_fee", "retainer")


def deal(client: Client, net: Decimal, **said: Any) -> dict[str, Any]:
    """Add a won deal that closed within the last year."""
    firm = client.firm
    closed = said.pop("closed", None) or firm.day(
        firm.as_of - timedelta(380), firm.as_of
    )
    hour, minute = firm.random.choice(((9, 0), (16, 30), (23, 30)))
    start = closed + timedelta(firm.random.randint(0, 40))
    row = {
        "deal_id": firm.id("D"),
        "account_id": client.account,
        "deal_name": f"{firm.name()} {firm.name()}",
        "stage": "won",
        "net_amount": net,
        "currency_code": client.currency,
        "is_won": True,
        "is_closed": True,
        "close_date": closed if firm.chance(0.6) else None,
        "closed_at": firm.moment(closed, hour, minute),
        "handed_over_at": firm.moment(closed + timedelta(firm.random.randint(0, 6)), 15)
        if firm.chance(0.5)
        else None,
        "service_start_date": start if firm.chance(0.85) else None,
        "service_end_date": start + timedelta(firm.random.randint(0, 300))
        if firm.chance(0.85)
        else None,
        "billing_type": firm.random.choice(TYPES),
        "created_at": firm.moment(closed - timedelta(40)),
        "is_deleted": False,
    } | said
    client.deals.append(firm.add("crm", "deals", **row))
    return client.deals[-1]


def closed_on(client: Client, row: dict[str, Any]) -> date:
    """Return the local day on which a deal closed."""
    from tests.oracle.days import Days

    return row["close_date"] or Days(client.firm.facts()).local(row["closed_at"])


def edit(client: Client, row: dict[str, Any]) -> None:
    """Change a deal's amount some days before or after it was frozen."""
    firm = client.firm
    after = firm.random.choice((0, 1, 2, 3, 4, 5, 8, 30))
    day = closed_on(client, row) + timedelta(after)
    if day > firm.as_of:
        return
    old = row["net_amount"]
    row["net_amount"] = max(old + firm.whole(-30, 30) * 50, Decimal(100))
    firm.add(
        "crm",
        "field_changes",
        record_type="deal",
        record_id=row["deal_id"],
        field="net_amount",
        changed_at=firm.moment(day, firm.random.choice((1, 22)), 10),
        old_value=f"{old:.2f}",
        new_value=f"{row['net_amount']:.2f}",
        changed_by="someone@firm.example",
        change_source="person",
    )


def copy(client: Client, row: dict[str, Any]) -> None:
    """Enter a deal a second time, with a mark of a copy or without."""
    firm = client.firm
    closed = closed_on(client, row)
    later = min(closed + timedelta(firm.random.randint(0, 14)), firm.as_of)
    mark = firm.random.choice(("{} (copy)", "Copy of {}", "{}"))
    twin = dict(row) | {
        "deal_id": firm.id("D"),
        "deal_name": mark.format(row["deal_name"]),
        "close_date": later,
        "closed_at": firm.moment(later),
        "created_at": row["created_at"] + timedelta(1),
        "psa_project_id": None,
    }
    firm.add("crm", "deals", **{k: v for k, v in twin.items() if k != "company_id"})


def others(client: Client) -> None:
    """Add deals that must not count: open, lost and deleted ones."""
    firm = client.firm
    for said in (
        {"is_won": False, "is_closed": False, "stage": "offer"},
        {"is_won": False, "stage": "lost"},
        {"is_deleted": True},
    ):
        if firm.chance(0.2):
            deal(client, firm.whole(10, 900) * 100, **said)
            client.deals.pop()
