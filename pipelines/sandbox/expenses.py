"""Expenses that people had for a client, and the documents that pass them on."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from random import Random

from pipelines.sandbox.amounts import cents
from pipelines.sandbox.dates import AS_OF, FIRST_MONTH, month_after, months, working_day
from pipelines.sandbox.draft import Draft
from pipelines.sandbox.invoicing import Line
from pipelines.sandbox.jobs import Job
from pipelines.sandbox.runs import Bill


def pass_on(
    draft: Draft, random: Random, jobs: Sequence[Job], taxes: dict[str, Decimal]
) -> list[Bill]:
    """Write expenses on some jobs by time, and return what bills them a month later."""
    found = []
    for job in jobs:
        if job.kind != "time_and_materials" or job.number % 7:
            continue
        for month in months(max(job.start, FIRST_MONTH), min(job.end, AS_OF)):
            on = working_day(month, 9)
            amount = cents(Decimal(random.randrange(4000, 90000)) / 100)
            run = working_day(month_after(month), 5)
            if job.start <= on <= job.end and run <= AS_OF:
                _write(draft, job, f"{job.project_id}-{month:%Y%m}", on, amount)
                found.append(_bill(job, run, amount, taxes))
    return found


def _write(draft: Draft, job: Job, expense_id: str, on: date, amount: Decimal) -> None:
    draft.add(
        "psa",
        "expenses",
        expense_id=expense_id,
        project_id=job.project_id,
        expense_date=on,
        expense_amount=amount,
        is_billable=True,
        status="approved",
        person_id=job.team[0][0].person_id,
        currency_code=job.account.currency,
    )


def _bill(job: Job, on: date, amount: Decimal, taxes: dict[str, Decimal]) -> Bill:
    line = Line(amount, f"{job.subject}, travel", job.project_id, kind="expense")
    account = job.account
    tax = taxes[account.country]
    return Bill(account.customer_id, on, account.currency, tax, [line], job)
