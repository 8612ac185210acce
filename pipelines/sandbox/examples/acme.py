"""Example 1, Acme: time and materials, every record right, only business in between."""

from datetime import date
from decimal import Decimal

from pipelines.sandbox.clients import Client, Names, keep
from pipelines.sandbox.dates import at, working_days
from pipelines.sandbox.delivering import Project, change_order, log, plan, set_up
from pipelines.sandbox.draft import Draft
from pipelines.sandbox.examples.people import ANALYST, PRINCIPAL, SENIOR
from pipelines.sandbox.invoicing import Invoice, Line, pay, send
from pipelines.sandbox.selling import Deal, Item, sell

PROJECT = "P-101"
START, END = date(2026, 2, 2), date(2026, 6, 30)
VAT = Decimal("0.20")
TERMS = 90


def write_acme(draft: Draft) -> None:
    """Write Acme: sold 58,000, plan 61,600, delivered 44,200, billed 36,480."""
    keep(
        draft,
        Client(
            "AC-1",
            "CL-1",
            "CU-1",
            Names("Acme Ltd", "ACME Limited", "Acme Limited", "Acme Limited"),
            "acme.example",
            date(2025, 11, 3),
            country="GB",
            city="Leeds",
        ),
    )
    hours = Decimal(200)
    sell(
        draft,
        Deal(
            "D-101",
            "AC-1",
            "Acme reporting programme",
            date(2026, 1, 15),
            [
                Item("Senior days", hours, Decimal(200), Decimal(180), PROJECT),
                Item("Analyst days", hours, Decimal(120), Decimal(110), PROJECT),
            ],
            billing_type="time_and_materials",
            start=START,
            end=END,
            project_id=PROJECT,
        ),
    )
    _plan(draft)
    _invoice(draft, _time(draft))


def _plan(draft: Draft) -> None:
    project = set_up(
        draft,
        Project(
            PROJECT,
            "CL-1",
            "Acme reporting programme",
            "time_and_materials",
            date(2026, 1, 19),
            START,
            END,
            Decimal("58000.00"),
            deal_id="D-101",
            customer_id="CU-1",
        ),
    )
    change_order(
        draft,
        project,
        "CO-1",
        Decimal("3600.00"),
        at(date(2026, 3, 10)),
        why="More scope",
    )
    months = [date(2026, month, 1) for month in range(2, 7)]
    for role, rate, planned in (
        ("senior", 180, (100, 0, 20, 30, 70)),
        ("analyst", 110, (100, 20, 0, 20, 60)),
    ):
        by_month = {m: Decimal(h) for m, h in zip(months, planned, strict=True) if h}
        plan(draft, PROJECT, by_month, role=role, bill_rate=Decimal(rate))
    for role, rate, since, until in (
        ("senior", 180, date(2026, 1, 15), date(2026, 4, 30)),
        ("senior", 185, date(2026, 5, 1), None),
        ("analyst", 110, date(2026, 1, 15), None),
        ("principal", 250, date(2026, 1, 15), None),
    ):
        draft.add(
            "psa",
            "rate_card",
            project_id=PROJECT,
            role=role,
            bill_rate=Decimal(rate),
            valid_from=since,
            valid_to=until,
            approved_at=at(since),
        )


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


def _time(draft: Draft) -> dict[str, list[str]]:
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


def _invoice(draft: Draft, times: dict[str, list[str]]) -> None:
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
