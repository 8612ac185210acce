"""Budgets that moved in silence, or began from another amount than was sold."""

from datetime import date
from decimal import Decimal

from pipelines.sandbox.amounts import cents
from pipelines.sandbox.dates import at
from pipelines.sandbox.draft import Draft, Row
from pipelines.sandbox.jobs import Job
from pipelines.sandbox.planted.picks import Picks
from pipelines.sandbox.truths import Answer, Truths

LATER = date(2026, 7, 1)
"""A month still to come, in which planned hours are moved without touching the past."""


def plant_in_budgets(draft: Draft, picks: Picks, truths: Truths) -> None:
    """Move some budgets without a change order, and start others from elsewhere."""
    for number, hours in enumerate((20, -12)):
        job = picks.take(lambda job: picks.by_time(job) and _has_later(draft, job))
        project = draft.get("psa", "projects", job.project_id)
        change = _move_plan(draft, job, hours)
        draft.change(
            "psa",
            "project",
            project,
            "current_amount",
            project["current_amount"] + change,
            record_id=job.project_id,
            at=at(date(2026, 4, 8 + number), 17),
            by=job.manager,
        )
        _plant(truths, "budget_edit_without_change_order", job, change)
    for hours in (-16, 8):
        job = picks.take(
            lambda job: (
                picks.by_time(job)
                and _has_later(draft, job)
                and not picks.priced[job.number].added
            )
        )
        project = draft.get("psa", "projects", job.project_id)
        change = _move_plan(draft, job, hours)
        project["baseline_amount"] += change
        project["current_amount"] += change
        _plant(truths, "baseline_differs_from_sold", job, change)


def _plant(truths: Truths, kind: str, job: Job, amount: Decimal) -> None:
    truths.plant(
        Answer(
            kind,
            "psa",
            "project",
            job.project_id,
            other_record_id=job.deal_id,
            amount=cents(amount),
            currency_code=job.account.currency,
            client=job.account.key,
        )
    )


def _later(draft: Draft, job: Job) -> Row | None:
    rows = draft.where("psa", "planned_work", project_id=job.project_id, month=LATER)
    return next(rows, None)


def _has_later(draft: Draft, job: Job) -> bool:
    row = _later(draft, job)
    return row is not None and row["planned_hours"] > 20


def _move_plan(draft: Draft, job: Job, hours: int) -> Decimal:
    row = _later(draft, job)
    assert row is not None
    change: Decimal = hours * row["bill_rate"]
    row["planned_hours"] += hours
    row["planned_amount"] += change
    return change
