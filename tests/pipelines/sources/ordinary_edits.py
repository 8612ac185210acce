"""What people do to records on an ordinary day, one by one and in bulk."""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime, timedelta
from decimal import Decimal
from random import Random

from tests.pipelines.sandbox.tiny_world import Row
from tests.pipelines.sources.ordinary_firm import APPROVED

Edit = Callable[[dict[str, list[Row]], Random, datetime], None]
Change = Callable[[Row, datetime], Mapping[str, object]]


def edit(table: str, change: Change, most: int = 30) -> Edit:
    """Return the edit of some records of a table."""

    def play(rows: dict[str, list[Row]], dice: Random, now: datetime) -> None:
        for row in dice.sample(rows[table], min(most, len(rows[table]))):
            row.update(change(row, now))
            if "updated_at" in row:
                row["updated_at"] = now - timedelta(minutes=dice.randrange(300))

    return play


def to(**said: object) -> Change:
    """Return a change to these values."""
    return lambda row, now: said


def times(column: str, factor: str) -> Change:
    """Return a change of a number by a factor."""
    return lambda row, now: {column: row[column] * Decimal(factor)}


TAKEN_BACK = to(status="draft", approved_at=None, approved_by=None, submitted_at=None)
EDITS: Sequence[Edit] = (
    edit("psa_time_entries", TAKEN_BACK),
    edit("psa_time_entries", TAKEN_BACK, 12),
    edit("psa_time_entries", to(**APPROVED), 60),
    edit("psa_time_entries", to(non_billable_reason="training", is_billable=False), 15),
    edit("psa_time_entries", to(non_billable_reason=None, is_billable=True), 60),
    edit("psa_time_entries", times("hours", "2"), 8),
    edit("psa_time_entries", times("bill_rate", "1.03"), 40),
    edit("psa_projects", to(percent_complete=Decimal(100), status="completed"), 12),
    edit("psa_projects", to(percent_complete=Decimal(1), status="active"), 12),
    edit("psa_projects", to(cap_amount=None), 15),
    edit("psa_projects", to(cap_amount=Decimal(15_000)), 15),
    edit("psa_projects", to(end_date=None), 11),
    edit("psa_projects", lambda row, now: {"end_date": now.date()}, 20),
    edit("psa_projects", to(manager_email="bo@firm.example"), 20),
    edit("crm_deals", to(stage="closedwon", is_won=True, is_closed=True), 12),
    edit("crm_deals", to(stage="proposal", is_won=None, is_closed=None), 12),
    edit("crm_deals", to(close_date=None, service_start_date=None), 14),
    edit("crm_deals", lambda row, now: {"close_date": now.date()}, 14),
    edit("crm_deals", to(owner_email=None), 20),
    edit("crm_deals", to(owner_email="bo@firm.example"), 20),
    edit("crm_deals", times("net_amount", "0.9"), 15),
    edit("crm_accounts", to(phone=None), 20),
    edit("crm_accounts", to(phone="+1 557 0000"), 30),
    edit("accounting_invoices", to(status="paid"), 15),
    edit("accounting_invoices", to(status="void"), 2),
    edit("accounting_invoices", to(due_date=None), 12),
    edit("accounting_customers", to(phone=None), 25),
    edit("accounting_customers", to(phone="+1 558 0000"), 25),
    edit("hr_employees", to(job_title="Principal"), 11),
    edit("hr_employees", to(department=None), 4),
    edit("hr_contracts", to(weekly_hours=Decimal(20)), 12),
    edit("hr_contracts", to(weekly_hours=Decimal(40)), 12),
)
