"""Example 1, Acme: its time sheets and what was billed from them."""

from datetime import date
from decimal import Decimal

from pipelines.sandbox.dates import working_days
from pipelines.sandbox.draft import Draft
from pipelines.sandbox.examples.people import ANALYST, PRINCIPAL, SENIOR
from pipelines.sandbox.invoicing import Invoice, Line, pay, send
from pipelines.sandbox.timesheets import log

PROJECT = "P-101"
VAT = Decimal("0.20")
TERMS = 90

_TIME = (
    # group, person, role, rate, hours, first day, is approved
    ("T1", SENIOR, "senior", 180, 100, date(2026, 2, 2), True),
    ("T3b", SENIOR, "senior", 180, 20, date(2026, 4, 1), True),
    ("T2", SENIOR, "senior", 185, 20, date(2026, 5, 4), True),
    ("T3", SENIOR, "senior", 185, 20, date(2026, 5, 18), True),
    ("T4", ANALYST, "analyst", 110, 98, date(2026, 2, 2), True),
    ("T5", ANALYST, "analyst", 110, 12, date(2026, 5, 27), False),
    ("T6", ANALYST, "analyst", 110, 10, date(2026, 3, 9), True),
    ("T7", PRINCIPAL, "principal", 250, 8, date(2026, 4, 7), True),
)


def log_acme(draft: Draft) -> dict[str, list[str]]:
    """Write the time of Acme; return the entries of each group."""
    groups: dict[str, list[str]] = {}
    for group, person, role, rate, hours, first, is_approved in _TIME:
        groups[group] = log(
            draft,
            group,
            PROJECT,
            person,
            working_days(first, date(2026, 5, 29)),
            hours=Decimal(hours),
            role=role,
            bill_rate=Decimal(rate),
            approver="pm.lee@meridian.example" if is_approved else None,
        )
    return groups


def _line(
    amount: str, what: str, times: list[str], hours: int, price: int, *more: str
) -> Line:
    kind, difference, reason = more or ("", "", "")
    return Line(
        Decimal(amount),
        what,
        PROJECT,
        times=times,
        quantity=Decimal(hours),
        unit_price=Decimal(price),
        adjustments=[(kind, Decimal(difference), reason or None, "pm.lee")]
        if kind
        else [],
    )


def bill_acme(draft: Draft, times: dict[str, list[str]]) -> None:
    """Write three invoices, a credit note and one payment."""
    down = ("write_down", "-500.00", "Two workshops repeated at our cost")
    rate = ("rate_difference", "-200.00", "")
    february = [
        _line("18000.00", "Senior, February", times["T1"], 100, 180),
        _line("10280.00", "Analyst, February", times["T4"], 98, 110, *down),
    ]
    april = [
        _line("3600.00", "Senior, April", times["T3b"], 20, 180),
        _line("1800.00", "Principal, April", times["T7"], 8, 225, *rate),
    ]
    may = [_line("3700.00", "Senior, May", times["T2"], 20, 185)]
    issued = [
        send(draft, Invoice(i, "CU-1", on, lines, terms=TERMS, tax=VAT))
        for i, on, lines in (
            ("I-101", date(2026, 3, 5), february),
            ("I-102", date(2026, 5, 6), april),
            ("I-103", date(2026, 5, 29), may),
        )
    ]
    send(
        draft,
        Invoice(
            "CN-1",
            "CU-1",
            date(2026, 5, 12),
            [Line(Decimal("-900.00"), "Training day not held", PROJECT, kind="other")],
            kind="credit_note",
            terms=TERMS,
            tax=VAT,
            credits="I-101",
            reason="Training day not held",
        ),
    )
    pay(draft, "PAY-1", issued[0], date(2026, 4, 20), Decimal("30000.00"))
