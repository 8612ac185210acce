"""The billing runs: each month, what became ready in a cycle is put on an invoice."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from pipelines.sandbox.amounts import ZERO, cents
from pipelines.sandbox.dates import (
    AS_OF,
    month_after,
    month_of,
    working_day,
)
from pipelines.sandbox.draft import Draft, Row
from pipelines.sandbox.hours import Entry
from pipelines.sandbox.invoicing import Line
from pipelines.sandbox.jobs import Job
from pipelines.sandbox.pricing import Price


@dataclass
class Bill:
    """One document before it has a number."""

    customer_id: str
    on: date
    currency: str
    tax: Decimal
    lines: list[Line]
    job: Job | None = None
    kind: str = "invoice"
    status: str = "issued"
    reason: str | None = None
    paid: date | None = None
    credits: "Bill | None" = None
    marks: tuple[str, ...] = ()
    """What was planted on it."""

    invoice_id: str = ""


def bills(
    draft: Draft,
    jobs: Sequence[Job],
    priced: dict[int, Price],
    entries: Sequence[Entry],
    taxes: dict[str, Decimal],
) -> list[Bill]:
    """Return every invoice that the runs up to now produced, none of them wrong."""
    time: dict[int, list[Entry]] = defaultdict(list)
    for entry in entries:
        if entry.job and entry.is_billable and entry.approved:
            time[entry.job.number].append(entry)
    found: list[Bill] = []
    for job in jobs:
        ready = (
            _by_time(job, time[job.number])
            if job.kind == "time_and_materials"
            else _by_progress(draft, job, priced[job.number])
        )
        found += [
            Bill(
                job.account.customer_id,
                on,
                job.account.currency,
                taxes[job.account.country],
                lines,
                job,
            )
            for on, lines in sorted(ready.items())
            if on <= AS_OF
        ]
    return found


def run_of(job: Job, month: date) -> date:
    """Return the day of the run that bills what became ready in the month."""
    if job.billing_cycle == "quarterly":
        month = month_after(date(month.year, month.month - (month.month - 1) % 3, 1), 2)
    return working_day(month_after(month), 3 + job.number % 4)


def _by_time(job: Job, entries: list[Entry]) -> dict[date, list[Line]]:
    ready: dict[tuple[date, str], list[Entry]] = defaultdict(list)
    for entry in entries:
        if entry.approved and not entry.is_withheld:
            on = run_of(job, month_of(entry.approved))
            ready[(on, entry.role)].append(entry)
    found: dict[date, list[Line]] = defaultdict(list)
    for (on, role), theirs in ready.items():
        hours = sum((entry.hours for entry in theirs), ZERO)
        line = Line(
            cents(hours * job.rates[role]),
            f"{job.subject}, {role}",
            job.project_id,
            times=[entry.entry_id for entry in theirs],
            quantity=hours,
            unit_price=job.rates[role],
        )
        found[on].append(line)
    return found


def _by_progress(draft: Draft, job: Job, price: Price) -> dict[date, list[Line]]:
    project = draft.get("psa", "projects", job.project_id)
    billed = ZERO
    found: dict[date, list[Line]] = {}
    for on, until in sorted(_due(draft, job, price, project).items()):
        if until > billed and on <= AS_OF:
            what = f"{job.subject}, {'fee' if job.kind == 'retainer' else 'progress'}"
            line = Line(until - billed, what, job.project_id, kind="progress")
            found[on] = [line]
            billed = until
    return found


def _due(draft: Draft, job: Job, price: Price, project: Row) -> dict[date, Decimal]:
    whole = project["current_amount"] - price.held
    due: dict[date, Decimal] = {}
    if job.kind == "retainer" and job.is_in_advance:
        running = ZERO
        for month, fee in price.fees.items():
            running += fee
            due[working_day(month, 1)] = running
        return due
    for row in draft.where("psa", "progress", project_id=job.project_id):
        on = run_of(job, month_of(row["progress_date"]))
        due[on] = max(due.get(on, ZERO), cents(whole * row["percent_complete"] / 100))
    if job.is_in_advance:
        due[working_day(job.start, 2)] = whole / 5
    return due
