"""Example 2, Bolt: fixed fee in euros, one deal, three projects, three years."""

from datetime import date
from decimal import Decimal

from pipelines.sandbox.clients import Client, Names, keep
from pipelines.sandbox.dates import at, month_after
from pipelines.sandbox.delivering import Project, change_order, plan, set_up
from pipelines.sandbox.draft import Draft, Row
from pipelines.sandbox.examples.bolt_money import bill_bolt, work_on_bolt
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
    work_on_bolt(draft, projects)
    bill_bolt(draft)


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
