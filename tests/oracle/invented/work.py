"""Time and progress on an invented project."""

from datetime import timedelta
from decimal import Decimal
from typing import Any

from tests.oracle.invented.clients import Client
from tests.oracle.invented.delivery import ROLES


def work(client: Client, row: dict[str, Any]) -> list[dict[str, Any]]:
    """Log time, and report progress of a fixed fee; return the entries."""
    firm = client.firm
    if row["start_date"] > firm.as_of or firm.chance(0.12):
        return []
    if row["billing_type"] == "fixed_fee":
        progress(client, row)
    if row["billing_type"] != "time_and_materials":
        return []
    if firm.chance(0.4):
        firm.add(
            "psa",
            "rate_card",
            project_id=row["project_id"],
            role="Senior",
            bill_rate=Decimal(200),
            valid_from=row["start_date"],
            approved_at=firm.moment(row["start_date"]) if firm.chance(0.7) else None,
        )
    return [entry(client, row) for _ in range(firm.random.randint(1, 14))]


def entry(client: Client, row: dict[str, Any]) -> dict[str, Any]:
    firm = client.firm
    day = firm.day(row["start_date"], firm.as_of)
    role = firm.random.choice(("Senior", "Senior", "Analyst", "Analyst", "Principal"))
    rate = ROLES[role]
    if role == "Senior" and firm.chance(0.2):
        rate = firm.random.choice((Decimal(200), Decimal(195)))
    status = firm.random.choice(
        ("approved",) * 6 + ("submitted", "submitted", "draft", "rejected")
    )
    submitted = day + timedelta(firm.random.randint(0, 6))
    approved = submitted + timedelta(firm.random.randint(0, 9))
    if approved > firm.as_of and status == "approved":
        status = "submitted" if submitted <= firm.as_of else "draft"
    if submitted > firm.as_of and status == "submitted":
        status = "draft"
    is_billable = firm.chance(0.92)
    return firm.add(
        "psa",
        "time_entries",
        time_entry_id=firm.id("T"),
        project_id=row["project_id"],
        person_id=f"person-{role}",
        work_date=day,
        hours=firm.random.choice(
            (Decimal("7.5"), Decimal(8), Decimal(4), Decimal("1.25"))
        ),
        role=role,
        bill_rate=rate,
        is_billable=is_billable,
        non_billable_reason="training"
        if not is_billable and firm.chance(0.5)
        else None,
        status=status,
        submitted_at=firm.moment(submitted) if status != "draft" else None,
        approved_at=firm.moment(approved) if status == "approved" else None,
        is_deleted=firm.chance(0.03),
    )


def progress(client: Client, row: dict[str, Any]) -> None:
    """Report progress on some days, in order, or once without a day."""
    firm = client.firm
    percent = Decimal(0)
    if firm.chance(0.15):
        row["percent_complete"] = firm.whole(0, 100)
        return
    days = sorted(firm.day(row["start_date"], firm.as_of) for _ in range(4))
    for day in dict.fromkeys(days):
        step = firm.random.choice((10, 20, 25, 5))
        percent = min(percent + step, Decimal(100))
        if firm.chance(0.08):
            percent = max(percent - 15, Decimal(0))
        firm.add(
            "psa",
            "progress",
            project_id=row["project_id"],
            progress_date=day,
            percent_complete=percent,
        )
    row["percent_complete"] = percent
