"""Example 2, Bolt: fixed fee in euros, one deal, three projects, three years."""

from datetime import date, timedelta
from decimal import Decimal

from pipelines.sandbox.clients import Client, Names, keep
from pipelines.sandbox.dates import at, month_after, working_days
from pipelines.sandbox.delivering import (
    Project,
    change_order,
    log,
    plan,
    progress,
    set_up,
)
from pipelines.sandbox.draft import Draft, Row
from pipelines.sandbox.examples.people import ANALYST_ABROAD, SENIOR_ABROAD
from pipelines.sandbox.invoicing import Invoice, Line, pay, send
from pipelines.sandbox.selling import Deal, Item, sell

CLOSE = date(2024, 10, 15)
_PROJECTS = (
    ("P-A", "Bolt platform", "50000.00", date(2025, 11, 3), date(2026, 8, 31)),
    ("P-B", "Bolt warehouse", "40000.00", date(2026, 4, 1), date(2026, 9, 30)),
    ("P-C", "Bolt rollout", "30000.00", date(2026, 5, 20), date(2026, 7, 31)),
)


def write_bolt(draft: Draft) -> None:
    """Write Bolt: sold EUR 180,000, planned 116,000, billed 65,000."""
    keep(
        draft,
        Client(
            "AC-2",
            "CL-2",
            "CU-2",
            Names("Bolt", "Bolt GmbH", "Bolt Gesellschaft mbH", "Bolt GmbH"),
            "bolt.example",
            date(2024, 8, 5),
            currency="EUR",
            country="DE",
            city="Kassel",
        ),
    )
    _sell(draft)
    projects = {named[0]: _set_up(draft, named) for named in _PROJECTS}
    _plan(draft, projects)
    _work(draft, projects)
    _invoice(draft)


def _sell(draft: Draft) -> None:
    one = Decimal(1)
    items = [
        Item(
            name, one, Decimal(share), Decimal(share), project_id, start=start, end=end
        )
        for project_id, name, share, start, end in _PROJECTS
    ]
    later = Item(
        "Year 3",
        one,
        Decimal(60000),
        Decimal(60000),
        start=date(2026, 11, 2),
        end=date(2027, 10, 29),
    )
    sell(
        draft,
        Deal(
            "D-102",
            "AC-2",
            "Bolt three-year programme",
            CLOSE,
            [*items, later],
            currency="EUR",
            start=_PROJECTS[0][3],
            end=later.end,
            contract_type="multi_year",
        ),
    )
    for project_id, _, share, _, _ in _PROJECTS:
        draft.add(
            "crm",
            "deal_shares",
            deal_id="D-102",
            project_id=project_id,
            share_amount=Decimal(share),
            currency_code="EUR",
        )


def _set_up(draft: Draft, named: tuple[str, str, str, date, date]) -> Row:
    project_id, name, share, start, end = named
    kept_back = Decimal(2000) if project_id == "P-B" else Decimal(0)
    return set_up(
        draft,
        Project(
            project_id,
            "CL-2",
            name,
            "fixed_fee",
            date(2024, 10, 18),
            start,
            end,
            Decimal(share) - kept_back,
            deal_id="D-102",
            currency="EUR",
            customer_id="CU-2",
        ),
    )


def _plan(draft: Draft, projects: dict[str, Row]) -> None:
    draft.add(
        "psa",
        "budget_adjustments",
        adjustment_id="BA-1",
        project_id="P-B",
        adjustment_amount=Decimal("-2000.00"),
        reason="contingency",
        effective_date=date(2024, 10, 18),
    )
    draft.add(
        "psa",
        "holds",
        project_id="P-B",
        kind="on_hold",
        from_date=date(2026, 4, 20),
        hold_amount=Decimal("12000.00"),
        reason="The client paused the second site",
    )
    change_order(
        draft,
        projects["P-A"],
        "CO-7",
        Decimal("10000.00"),
        at(date(2026, 1, 20)),
        why="A second data source",
    )
    for project_id, first, planned in (
        ("P-A", date(2025, 11, 1), (5, 5, 5, 5, 5, 5, 10, 7, 7, 6)),
        ("P-B", date(2026, 4, 1), (13, 13)),
        ("P-C", date(2026, 5, 1), (10, 10, 10)),
    ):
        by_month = {
            month_after(first, n): Decimal(thousands * 1000)
            for n, thousands in enumerate(planned)
        }
        plan(draft, project_id, by_month)


def _work(draft: Draft, projects: dict[str, Row]) -> None:
    reached = {
        date(2025, 11, 28): 20,
        date(2026, 1, 30): 40,
        date(2026, 3, 31): 50,
        date(2026, 5, 29): 60,
    }
    progress(draft, projects["P-A"], reached)
    progress(draft, projects["P-B"], {date(2026, 4, 30): 70, date(2026, 5, 29): 100})
    for prefix, project_id, person, role, first, hours in (
        ("TA1", "P-A", SENIOR_ABROAD, "senior", date(2025, 11, 3), 120),
        ("TA2", "P-A", SENIOR_ABROAD, "senior", date(2026, 1, 5), 120),
        ("TB1", "P-B", ANALYST_ABROAD, "analyst", date(2026, 4, 1), 160),
    ):
        days = working_days(first, date(2026, 5, 15))
        log(
            draft,
            prefix,
            project_id,
            person,
            days,
            hours=Decimal(hours),
            role=role,
            bill_rate=None,
        )


def _invoice(draft: Draft) -> None:
    for invoice_id, project_id, on, amount, paid_rate in (
        ("I-1", "P-A", date(2025, 12, 5), "15000.00", "1.10"),
        ("I-2", "P-A", date(2026, 2, 6), "30000.00", "1.06"),
        ("I-3", "P-B", date(2026, 5, 6), "20000.00", None),
    ):
        line = Line(Decimal(amount), "Stage payment", project_id, kind="progress")
        invoice = send(
            draft,
            Invoice(
                invoice_id,
                "CU-2",
                on,
                [line],
                currency="EUR",
                status="paid" if paid_rate else "issued",
            ),
        )
        if paid_rate:
            pay(
                draft,
                f"PAY-{invoice_id}",
                invoice,
                on + timedelta(days=28),
                Decimal(amount),
                exchange_rate=Decimal(paid_rate),
            )
