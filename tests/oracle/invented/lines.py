"""Lines of an invented deal: its work, licences, later years, each maybe dated."""

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from tests.oracle.invented import sales
from tests.oracle.invented.clients import Client


def lines(client: Client, row: dict[str, Any], work: Decimal) -> None:
    """Add lines to a deal: its work, maybe a licence, maybe a later year."""
    firm = client.firm
    closed = sales.closed_on(client, row)
    quantity = Decimal(firm.random.choice((1, 2, 4, 5)))
    discount = Decimal(firm.random.choice((0, 0, 5, 10)))
    price = work / quantity
    add_line(
        client,
        row,
        quantity=quantity,
        net_price=price,
        list_price=price + discount,
        is_project_work=True,
        **(dated(client, closed) if firm.chance(0.35) else {}),
    )
    if firm.chance(0.15):
        year = firm.whole(5, 90) * 100
        later = {"start_date": firm.as_of + timedelta(firm.random.randint(1, 200))}
        later["end_date"] = later["start_date"] + timedelta(364)
        row["net_amount"] += year
        add_line(
            client,
            row,
            quantity=Decimal(1),
            net_price=year,
            list_price=year + discount,
            is_project_work=True,
            **later,
        )
    if firm.chance(0.25):
        licence = firm.whole(5, 60) * 100
        row["net_amount"] += licence
        add_line(
            client,
            row,
            quantity=Decimal(1),
            net_price=licence,
            list_price=licence + discount,
            is_project_work=False,
            **(dated(client, closed) if firm.chance(0.35) else {}),
        )


def dated(client: Client, closed: date) -> dict[str, date]:
    """Return the days of a line that begins by the day of the run, and may last."""
    firm = client.firm
    first = min(closed + timedelta(firm.random.randint(0, 30)), firm.as_of)
    return {
        "start_date": first,
        "end_date": first + timedelta(firm.random.randint(0, 250)),
    }


def add_line(client: Client, row: dict[str, Any], **said: Any) -> dict[str, Any]:
    is_work = said["is_project_work"]
    return client.firm.add(
        "crm",
        "deal_lines",
        deal_line_id=client.firm.id("DL"),
        deal_id=row["deal_id"],
        description="Work" if is_work else "Licence",
        **said,
    )
