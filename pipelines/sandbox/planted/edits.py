"""Amounts of deals that somebody changed after the close."""

from datetime import date, timedelta
from decimal import Decimal

from pipelines.sandbox.amounts import cents
from pipelines.sandbox.dates import at, working_day
from pipelines.sandbox.draft import Draft, Row
from pipelines.sandbox.jobs import Job
from pipelines.sandbox.planted.picks import Picks
from pipelines.sandbox.truths import Answer, Truths


def deal_of(draft: Draft, job: Job) -> Row:
    """Return the deal of a job."""
    return draft.get("crm", "deals", job.deal_id)


def deal_answer(
    job: Job, kind: str, deal_id: str, amount: Decimal, **more: str
) -> Answer:
    """Return the answer about a deal of a job."""
    return Answer(
        kind,
        "crm",
        "deal",
        deal_id,
        amount=cents(amount),
        currency_code=job.account.currency,
        client=job.account.key,
        other_record_id=more.get("other"),
        detail=more.get("detail"),
    )


def plant_edits(draft: Draft, picks: Picks, truths: Truths) -> None:
    """Change the amount of some deals long after they were won."""
    for by, source, change in (
        ("ops.desk@meridian.example", "person", Decimal(-3000)),
        ("ops.desk@meridian.example", "person", Decimal(2500)),
        ("birdview-sync", "integration", Decimal(-1200)),
    ):
        job = picks.take(picks.is_spare)
        deal = deal_of(draft, job)
        on = working_day(deal["close_date"] + timedelta(days=45))
        edit_amount(
            draft,
            job,
            deal["net_amount"] + change,
            on,
            truths=truths,
            by=by,
            source=source,
        )
    job = picks.take(
        lambda job: picks.is_spare(job) and bool(picks.priced[job.number].added)
    )
    budget = draft.get("psa", "projects", job.project_id)["current_amount"]
    on, by = working_day(job.start, 3), job.manager
    edit_amount(draft, job, budget, on, truths=truths, by=by, detail="copied_from_psa")


def edit_amount(
    draft: Draft,
    job: Job,
    new: Decimal,
    on: date,
    *,
    truths: Truths,
    by: str,
    source: str = "person",
    detail: str | None = None,
) -> None:
    """Change the amount of a closed deal, and write down what was planted."""
    deal = deal_of(draft, job)
    sub_reason = detail or {"integration": "integration_user"}.get(source, "manual")
    amount = deal["net_amount"] - new
    truths.plant(
        deal_answer(job, "edit_after_close", job.deal_id, amount, detail=sub_reason)
    )
    draft.change(
        "crm",
        "deal",
        deal,
        "net_amount",
        new,
        record_id=job.deal_id,
        at=at(on, 18),
        by=by,
        source=source,
    )
