"""The stages of a project: its statuses over time, and the milestones of a fee."""

from datetime import date, timedelta
from decimal import Decimal

from pipelines.sandbox.amounts import parts
from pipelines.sandbox.dates import AS_OF, at, working_day
from pipelines.sandbox.draft import Draft
from pipelines.sandbox.jobs import Job
from pipelines.sandbox.pricing import Price

_MILESTONES = ("Design accepted", "Pilot accepted", "Handed over")


def write_statuses(draft: Draft, job: Job, created: date) -> None:
    """Write when the project was planned, began and, if it did, ended."""
    for status, since in (
        ("planned", created),
        ("active", job.start),
        ("completed", job.end),
    ):
        if since <= AS_OF:
            draft.add(
                "psa",
                "project_status_history",
                project_id=job.project_id,
                status=status,
                from_date=since,
                changed_by=job.manager,
            )


def write_milestones(draft: Draft, job: Job, price: Price) -> None:
    """Write three milestones for every third fixed fee; those due were accepted."""
    if job.kind != "fixed_fee" or job.number % 3:
        return
    whole = sum(price.fees.values(), Decimal(0))
    span = (job.end - job.start).days
    for position, amount in enumerate(parts(whole, (1, 1, 1)), start=1):
        due = working_day(job.start + timedelta(days=span * position // 3))
        accepted = working_day(due, position)
        draft.add(
            "psa",
            "milestones",
            milestone_id=f"{job.project_id}-M{position}",
            project_id=job.project_id,
            milestone_name=_MILESTONES[position - 1],
            milestone_amount=amount,
            due_date=due,
            accepted_at=at(accepted) if accepted <= AS_OF else None,
        )
