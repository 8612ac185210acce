"""Every won deal of the firm and the projects that delivery set up for it."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import date, datetime, timedelta
from decimal import Decimal
from random import Random

from pipelines.sandbox.dates import AS_OF, at, month_of, working_day
from pipelines.sandbox.delivering import Project, change_order, plan, set_up
from pipelines.sandbox.draft import Draft
from pipelines.sandbox.items import items_of
from pipelines.sandbox.jobs import Job
from pipelines.sandbox.pricing import Price
from pipelines.sandbox.reporting import report, set_aside
from pipelines.sandbox.selling import Deal, Item, sell
from pipelines.sandbox.stages import write_milestones, write_statuses

LATE_DEAL = 6
"""Signed half an hour before midnight on a month's last day, as New York has it."""

_DISCOUNTS = (Decimal("1.00"), Decimal("1.05"), Decimal("1.10"))
_ORDERS = ("{word} - {subject}", "{subject} for {word}", "{word} {subject}")


def sign(
    draft: Draft, random: Random, jobs: Sequence[Job], priced: dict[int, Price]
) -> None:
    """Write all won deals, their projects, plans, change orders and progress."""
    of_deal: dict[int, list[Job]] = defaultdict(list)
    for job in jobs:
        of_deal[job.deal].append(job)
    for deal in of_deal.values():
        _write_deal(draft, random, deal, priced)
        for job in deal:
            _write_project(draft, random, job, priced[job.number], len(deal) == 1)


def _write_deal(
    draft: Draft, random: Random, jobs: list[Job], priced: dict[int, Price]
) -> None:
    first, is_split = jobs[0], len(jobs) > 1
    dearer = random.choice(_DISCOUNTS)
    items = [i for job in jobs for i in items_of(priced[job.number], dearer, is_split)]
    if first.deal % 15 == 3:
        price = Decimal(random.randrange(4, 13) * 500)
        items.append(Item("Licence", Decimal(1), price, price, is_project_work=False))
    named = random.choice(_ORDERS)
    sell(
        draft,
        Deal(
            first.deal_id,
            first.account.account_id,
            named.format(word=first.account.name.word, subject=first.subject),
            _close(first),
            items,
            billing_type=first.kind,
            currency=first.account.currency,
            start=first.start,
            end=first.end,
            owner=first.seller,
            contract_type="new" if first.deal % 4 else "renewal",
            project_id=None if is_split else first.project_id,
            closed_at=_closed_at(first),
        ),
    )
    if is_split:
        for job in jobs:
            draft.add(
                "crm",
                "deal_shares",
                deal_id=job.deal_id,
                project_id=job.project_id,
                share_amount=priced[job.number].sold,
                currency_code=job.account.currency,
            )


def _close(job: Job) -> date:
    if job.deal == LATE_DEAL:
        return month_of(job.close) - timedelta(days=1)
    return job.close


def _closed_at(job: Job) -> datetime | None:
    if job.deal != LATE_DEAL:
        return None
    winter = _close(job).month in (11, 12, 1, 2)
    return at(month_of(job.close), 4 if winter else 3, 30)


def _write_project(
    draft: Draft, random: Random, job: Job, price: Price, is_only: bool
) -> None:
    created = working_day(_close(job), random.randrange(1, 5))
    is_over = job.end <= AS_OF
    status = "completed" if is_over else "active" if job.start <= AS_OF else "planned"
    project = set_up(
        draft,
        Project(
            job.project_id,
            job.account.client_id,
            job.name,
            job.kind,
            created,
            job.start,
            job.end,
            price.sold - price.kept_back,
            deal_id=None if is_only and job.number % 8 == 5 else job.deal_id,
            currency=job.account.currency,
            status=status,
            manager=job.manager,
            code=f"{job.account.name.word[:3].upper()}-{job.number:03}",
            billing_cycle=job.billing_cycle,
            accounting_id=job.booked_id,
            customer_id=job.account.customer_id,
        ),
    )
    for role, hours in price.hours.items():
        rate = job.rates[role]
        plan(draft, job.project_id, hours, role=role, bill_rate=rate)
        draft.add(
            "psa",
            "rate_card",
            project_id=job.project_id,
            role=role,
            bill_rate=rate,
            valid_from=_close(job),
            approved_at=at(created, 17),
        )
    plan(draft, job.project_id, price.fees)
    if price.added:
        why = "More scope" if price.added > 0 else "One part less"
        order = f"CO-{job.project_id}"
        change_order(
            draft, project, order, price.added, at(working_day(job.start)), why=why
        )
    set_aside(draft, price)
    write_statuses(draft, job, created)
    write_milestones(draft, job, price)
    report(draft, random, project, job, price)
