"""Projects, their plans and progress, written the way delivery keeps them."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from pipelines.sandbox.dates import at
from pipelines.sandbox.draft import Draft, Row
from pipelines.sandbox.exchange import BOOKS


@dataclass(frozen=True)
class Project:
    """What delivery set up for a deal."""

    project_id: str
    client_id: str
    name: str
    billing_type: str
    created: date
    start: date
    end: date
    baseline: Decimal
    deal_id: str | None = None
    currency: str = BOOKS
    status: str = "active"
    manager: str = "pm.lee@meridian.example"
    code: str | None = None
    billing_cycle: str = "monthly"
    accounting_id: str | None = None
    customer_id: str | None = None
    """The customer that accounting bills; none when the books do not know it."""


def set_up(draft: Draft, project: Project) -> Row:
    """Write a project and, when accounting knows it, its twin there."""
    row = draft.add(
        "psa",
        "projects",
        project_id=project.project_id,
        client_id=project.client_id,
        project_name=project.name,
        billing_type=project.billing_type,
        project_code=project.code or project.project_id,
        crm_deal_id=project.deal_id,
        status=project.status,
        start_date=project.start,
        end_date=project.end,
        baseline_amount=project.baseline,
        current_amount=project.baseline,
        currency_code=project.currency,
        manager_email=project.manager,
        progress_method=(
            "hours" if project.billing_type == "time_and_materials" else "percent"
        ),
        retainer_method="period" if project.billing_type == "retainer" else None,
        billing_cycle=project.billing_cycle,
        is_template=False,
        is_test=False,
        is_legacy=False,
        is_at_risk=False,
        is_intercompany=False,
        baseline_at=at(project.created, 17),
        created_at=at(project.created, 16),
    )
    if project.customer_id:
        booked = project.accounting_id or project.project_id
        draft.booked[project.project_id] = booked
        draft.add(
            "accounting",
            "projects",
            project_id=booked,
            project_name=project.name,
            customer_id=project.customer_id,
            psa_project_id=project.project_id,
        )
    return row


def plan(
    draft: Draft,
    project_id: str,
    by_month: Mapping[date, Decimal],
    *,
    role: str | None = None,
    bill_rate: Decimal | None = None,
) -> None:
    """Write planned amounts by month; with a bill rate the numbers are hours."""
    for month, planned in by_month.items():
        draft.add(
            "psa",
            "planned_work",
            planned_work_id=f"{project_id}/{role or 'fee'}/{month:%Y-%m}",
            project_id=project_id,
            month=month,
            role=role,
            planned_hours=planned if bill_rate else None,
            bill_rate=bill_rate,
            planned_amount=planned * bill_rate if bill_rate else planned,
            is_soft=False,
        )


def progress(draft: Draft, project: Row, reached: Mapping[date, Decimal | int]) -> None:
    """Write how many percent of the price were done on which days."""
    for day, percent in reached.items():
        project["percent_complete"] = Decimal(percent)
        project["updated_at"] = max(project["updated_at"], at(day, 18))
        draft.add(
            "psa",
            "progress",
            project_id=project["project_id"],
            progress_date=day,
            percent_complete=Decimal(percent),
        )


def change_order(
    draft: Draft,
    project: Row,
    order_id: str,
    amount: Decimal,
    at_: datetime,
    *,
    why: str,
) -> None:
    """Approve a change order and move the project's budget by it the same day."""
    draft.add(
        "psa",
        "change_orders",
        change_order_id=order_id,
        project_id=project["project_id"],
        change_amount=amount,
        reason=why,
        status="approved",
        approved_at=at_,
        approved_by=project["manager_email"],
    )
    draft.change(
        "psa",
        "project",
        project,
        "current_amount",
        project["current_amount"] + amount,
        record_id=project["project_id"],
        at=at_,
        by=project["manager_email"],
    )
