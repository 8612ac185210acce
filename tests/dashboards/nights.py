"""Handoffs that were kept or missed, and what changed since the night before."""

from datetime import timedelta
from decimal import Decimal

import duckdb

from tests.dashboards.tables import MONEY, now, table

EVENTS = (
    ("deal_to_project", 1, "won deal to project", "delivery"),
    ("approved_to_invoiced", 6, "approved work to invoice", "finance"),
)


def write_nights(opened: duckdb.DuckDBPyConnection) -> None:
    """Write two events with three handoffs, one earlier night and one change."""
    table(
        opened,
        "rules.handoff_events",
        "event varchar, event_number integer, label varchar, owner_role varchar",
        list(EVENTS),
    )
    table(
        opened,
        "marts.handoffs",
        "handoff_id varchar, event varchar, record_id varchar, client_id varchar, "
        "subject varchar, state varchar, owner_role varchar, explanation varchar, "
        "lag_working_days integer, late_working_days integer, limit_working_days "
        f"integer, money_at_stake {MONEY}, is_open boolean",
        [
            _handoff("D-202", "missing", 15, 10, "20000.00"),
            _handoff("D-203", "pending", 2, 0, "8000.00"),
            _handoff("D-201", "on_time", 3, 0, "45000.00"),
        ],
    )
    table(
        opened,
        "quality.runs",
        "run_id varchar, started_at timestamp, status varchar",
        [("run-0", now() - timedelta(days=1), "published")],
    )
    table(
        opened,
        "marts.revenue_changes",
        "run_at timestamp, previous_run_at timestamp, record_id varchar, client_id "
        "varchar, anchor varchar, change_class varchar, explanation varchar, "
        f"is_closed_period boolean, change_amount {MONEY}",
        [
            (
                *(now(), now() - timedelta(days=1), "quickbooks:invoice:CN-1", "acme"),
                *("billed", "new_in_source", "CN-1 is new in accounting.", True),
                Decimal("-900.00"),
            )
        ],
    )


def _handoff(
    deal: str, state: str, lag: int, late: int, money: str
) -> tuple[object, ...]:
    record = f"hubspot:deal:{deal}"
    told = f"{deal}: the project is at least {late} working days overdue."
    return (
        *(f"deal_to_project/{record}", "deal_to_project", record, "core", deal),
        *(state, "delivery", told, lag, late, 5, Decimal(money), state != "on_time"),
    )
