"""Licences that were sold along with a project: billed once, delivered by nobody."""

from collections.abc import Sequence
from datetime import timedelta
from decimal import Decimal

from pipelines.sandbox.amounts import cents
from pipelines.sandbox.chart import LICENCES
from pipelines.sandbox.dates import AS_OF, working_day
from pipelines.sandbox.draft import Draft
from pipelines.sandbox.invoicing import Line
from pipelines.sandbox.jobs import Job
from pipelines.sandbox.runs import Bill


def licences(
    draft: Draft, jobs: Sequence[Job], taxes: dict[str, Decimal]
) -> list[Bill]:
    """Return the documents that bill what needs no project."""
    of_deal = {job.deal_id: job for job in reversed(jobs)}
    found = []
    for item in draft.where("crm", "deal_lines", is_project_work=False):
        job = of_deal.get(item["deal_id"])
        on = working_day(job.start + timedelta(days=20)) if job else AS_OF
        if job and on <= AS_OF:
            line = Line(
                cents(item["net_price"]),
                item["description"],
                kind="other",
                account_code=LICENCES,
                is_project_work=False,
            )
            account = job.account
            tax = taxes[account.country]
            found.append(Bill(account.customer_id, on, account.currency, tax, [line]))
    return found
