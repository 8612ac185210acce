"""A deal whose split over its projects does not add up."""

from collections.abc import Sequence
from decimal import Decimal

from pipelines.sandbox.draft import Draft
from pipelines.sandbox.jobs import Job
from pipelines.sandbox.planted.picks import Picks
from pipelines.sandbox.truths import Answer, Truths

GAP = Decimal(1000)


def plant_in_shares(
    draft: Draft, picks: Picks, jobs: Sequence[Job], truths: Truths
) -> None:
    """Sell one split deal for more than its shares hand out."""
    job = next(
        job for job in jobs if job.kind == "fixed_fee" and not picks.is_alone(job)
    )
    deal = draft.get("crm", "deals", job.deal_id)
    lines = list(draft.where("crm", "deal_lines", deal_id=job.deal_id))
    lines[0]["net_price"] += GAP
    lines[0]["list_price"] += GAP
    deal["net_amount"] += GAP
    deal["list_amount"] += GAP
    for line in lines:
        line["project_id"] = None
    truths.plant(
        Answer(
            "split_gap",
            "crm",
            "deal",
            job.deal_id,
            amount=-GAP,
            currency_code=job.account.currency,
            client=job.account.key,
        )
    )
