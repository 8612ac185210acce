"""Plans of an invented project: by role, by month, by milestones, or none."""

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from tests.oracle.invented.clients import Client
from tests.oracle.invented.delivery import ROLES


def firsts(first: date, n: int) -> list[date]:
    """Return the first days of ``n`` months."""
    found = [first.replace(day=1)]
    while len(found) < n:
        found.append((found[-1] + timedelta(32)).replace(day=1))
    return found


def plan(client: Client, row: dict[str, Any]) -> None:
    """Plan a project by month and role, by month, by milestones, or not at all."""
    firm = client.firm
    months = firsts(row["start_date"], firm.random.randint(1, 8))
    if row["billing_type"] == "time_and_materials":
        for month in months:
            for role in ("Senior", "Analyst"):
                hours = firm.whole(0, 40)
                if hours:
                    planned(
                        client,
                        row,
                        month,
                        hours * ROLES[role],
                        role=role,
                        planned_hours=hours,
                        bill_rate=ROLES[role],
                    )
        return
    kind = firm.random.choice(("rows", "rows", "milestones", "days"))
    each = (row["current_amount"] / len(months)).quantize(Decimal(1))
    for month in months:
        if kind == "rows":
            planned(client, row, month, each)
            if firm.chance(0.1):
                planned(client, row, month, Decimal(500), is_soft=True)
        elif kind == "milestones":
            firm.add(
                "psa",
                "milestones",
                milestone_id=firm.id("M"),
                project_id=row["project_id"],
                milestone_name=firm.name(),
                milestone_amount=each,
                due_date=max(month + timedelta(14), row["start_date"]),
            )


def planned(
    client: Client, row: dict[str, Any], month: date, amount: Decimal, **said: Any
) -> None:
    firm = client.firm
    firm.add(
        "psa",
        "planned_work",
        planned_work_id=firm.id("PW"),
        project_id=row["project_id"],
        month=month,
        planned_amount=amount,
        **({"is_soft": False} | said),
    )
