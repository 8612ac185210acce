"""What project managers report: paused parts, contingency, and progress by month."""

from datetime import date, timedelta
from decimal import Decimal
from random import Random

from pipelines.sandbox.dates import AS_OF, month_end, working_day
from pipelines.sandbox.delivering import progress
from pipelines.sandbox.draft import Draft, Row
from pipelines.sandbox.jobs import Job
from pipelines.sandbox.pricing import Price


def set_aside(draft: Draft, price: Price) -> None:
    """Write what the client paused, and what delivery kept back at kick-off."""
    project_id, start = price.job.project_id, price.job.start
    if price.held:
        draft.add(
            "psa",
            "holds",
            project_id=project_id,
            kind="on_hold",
            from_date=working_day(start),
            hold_amount=price.held,
            reason="The client paused one part",
        )
    if price.kept_back:
        draft.add(
            "psa",
            "budget_adjustments",
            adjustment_id=f"BA-{project_id}",
            project_id=project_id,
            adjustment_amount=-price.kept_back,
            reason="contingency",
            effective_date=working_day(start),
        )


def report(draft: Draft, random: Random, project: Row, job: Job, price: Price) -> None:
    """Write month by month how much of a fee was done."""
    if not price.fees:
        return
    whole = sum(price.fees.values(), Decimal(0))
    reached: dict[date, Decimal | int] = {}
    done, before = Decimal(0), Decimal(0)
    for month, fee in price.fees.items():
        done += fee
        percent = 100 * done / whole
        if job.kind == "fixed_fee" and percent < 100:
            percent = max(before, min(Decimal(99), percent + random.randrange(-4, 4)))
        last = month_end(month)
        day = working_day(last - timedelta(days=max(0, last.weekday() - 4)))
        if day <= AS_OF and percent > before:
            reached[day] = before = percent
    progress(draft, project, reached)
