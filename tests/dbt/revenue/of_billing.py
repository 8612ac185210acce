"""What can happen between the work and the invoice."""

from datetime import date, datetime
from decimal import Decimal

from tests.dbt.revenue.cases import (
    EXTRA,
    LATE_MAY,
    Case,
    extra,
    extra_of_march,
    progress_billed,
    rebilled,
    settle,
    time_billed,
    unbilled,
)
from tests.dbt.revenue.clean import FEE
from tests.dbt.revenue.contract import Contract


def waiting(c: Contract, submitted: date) -> None:
    unbilled(c)
    noon = datetime(submitted.year, submitted.month, submitted.day, 12)
    state = {"status": "submitted", "approved_at": None, "submitted_at": noon}
    c.rows["psa.time_entries"][-1].update(**state)


def adjusted(c: Contract, kind: str, amount: int) -> None:
    rebilled(c, "x", EXTRA + amount)
    adjustment = {"kind": kind, "adjustment_amount": Decimal(amount)}
    line = {"invoice_line_id": c.id("l", "x"), "reason": "agreed"}
    c.add("accounting.line_adjustments", **line | adjustment)


def other_rate_billed(c: Contract) -> None:
    rebilled(c, "x", EXTRA - 80)
    c.rows["accounting.invoice_line_times"][-1]["billed_rate"] = Decimal(90)


def capped(c: Contract) -> None:
    unbilled(c)
    c.one("psa.projects")["cap_amount"] = 5 * FEE


D2B = "delivered_to_billed"
CASES = (
    Case(
        "not_approved",
        lambda c: waiting(c, LATE_MAY),
        {f"{D2B}/time_not_approved/T": -800},
        extra,
    ),
    Case(
        "long_waiting",
        lambda c: waiting(c, date(2026, 5, 11)),
        {f"{D2B}/time_not_approved/F": -800},
        extra,
    ),
    Case("next_run", unbilled, {f"{D2B}/wip_within_cycle/T": -800}, extra),
    Case("missed_run", unbilled, {f"{D2B}/wip_overdue/F": -800}, extra_of_march),
    Case("above_cap", capped, {f"{D2B}/over_cap/L": -800}, extra),
    Case(
        "advance",
        lambda c: settle(c, "n", Decimal(1000), line_kind="advance"),
        {f"{D2B}/billed_in_advance/T": 1000},
        time_billed,
    ),
    Case(
        "advance_fee",
        lambda c: settle(c, "n", Decimal(3000)),
        {f"{D2B}/billed_in_advance/T": 3000},
        progress_billed,
    ),
    Case(
        "written_down",
        lambda c: adjusted(c, "write_down", -100),
        {f"{D2B}/write_down/L": -100},
        extra,
    ),
    Case(
        "written_up",
        lambda c: adjusted(c, "write_up", 100),
        {f"{D2B}/write_up/L": 100},
        extra,
    ),
    Case(
        "rate_of_invoice",
        other_rate_billed,
        {f"{D2B}/invoice_rate_differs_from_contract/F": -80},
        extra,
    ),
    Case(
        "no_reason",
        lambda c: rebilled(c, "x", EXTRA - 100),
        {f"{D2B}/billing_difference_without_reason/U": -100},
        extra,
    ),
)
