"""What each job is worth: hours by role and month, and the fee that follows."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from random import Random

from pipelines.sandbox.dates import AS_OF, month_of, months
from pipelines.sandbox.hours import Entry
from pipelines.sandbox.jobs import Job

ByMonth = dict[date, Decimal]


@dataclass
class Price:
    """The plan of one job: hours by role where time is billed, else a fee."""

    job: Job
    hours: dict[str, ByMonth] = field(default_factory=dict)
    fees: ByMonth = field(default_factory=dict)
    added: Decimal = Decimal(0)
    """What an approved change order added to what was sold."""

    added_role: str = ""
    held: Decimal = Decimal(0)
    """What the client paused before the work began."""

    kept_back: Decimal = Decimal(0)
    """The contingency that delivery put aside at kick-off."""

    @property
    def planned(self) -> Decimal:
        """Return the value at completion."""
        by_hours = sum(
            (sum(planned.values(), Decimal(0)) * self.job.rates[role])
            for role, planned in self.hours.items()
        )
        return Decimal(by_hours) + sum(self.fees.values(), Decimal(0))

    @property
    def sold(self) -> Decimal:
        """Return what the deal was worth at signing."""
        return self.planned + self.held + self.kept_back - self.added


def prices(
    random: Random, jobs: Sequence[Job], entries: Sequence[Entry]
) -> dict[int, Price]:
    """Return the plan of every job, near to what was then really worked."""
    worked: dict[tuple[int, str, date], Decimal] = defaultdict(Decimal)
    for entry in entries:
        if entry.job:
            key = (entry.job.number, entry.role, month_of(entry.day))
            worked[key] += entry.hours
    found = {}
    for job in jobs:
        hours = {role: _hours(random, job, role, worked) for role in job.roles}
        found[job.number] = _price(random, job, hours)
    return found


def _hours(
    random: Random, job: Job, role: str, worked: dict[tuple[int, str, date], Decimal]
) -> ByMonth:
    found: ByMonth = {}
    for month in months(job.start, job.end):
        real = worked[(job.number, role, month)] if month <= AS_OF else Decimal(40)
        near = real * Decimal(random.randrange(88, 113)) / 100
        rounded = (near / 4).quantize(Decimal(1), ROUND_HALF_UP) * 4
        if rounded:
            found[month] = rounded
    return found or {month_of(job.start): Decimal(40)}


def _price(random: Random, job: Job, hours: dict[str, ByMonth]) -> Price:
    if job.kind == "time_and_materials":
        price = Price(job, hours)
        if job.number % 4 == 0:
            price.added_role = job.roles[0]
            price.added = 20 * job.rates[price.added_role]
            last = list(hours[price.added_role])[-1]
            hours[price.added_role][last] += 20
        return price
    worth: ByMonth = defaultdict(Decimal)
    for role, planned in hours.items():
        for month, n in planned.items():
            worth[month] += n * job.rates[role]
    span = months(job.start, job.end)
    total = sum(worth.values(), Decimal(0))
    if job.kind == "retainer":
        fee = (total / len(span) / 100).quantize(Decimal(1), ROUND_HALF_UP) * 100
        fee = max(fee, Decimal(1500))
        return Price(job, fees=dict.fromkeys(span, fee))
    fee = (total / 1000).quantize(Decimal(1), ROUND_HALF_UP) * 1000
    price = Price(job, fees=_by_percent(fee, [worth[month] for month in span], span))
    if job.number % 5 == 0:
        price.added = Decimal(random.choice((-2000, 3000, 4000)))
    elif job.number % 11 == 3:
        price.held = fee / 4
    elif job.number % 7 == 4:
        price.kept_back = Decimal(1000)
    return price


def _by_percent(
    fee: Decimal, weights: Sequence[Decimal], span: Sequence[date]
) -> ByMonth:
    found: ByMonth = {}
    whole, running, before = sum(weights, Decimal(0)), Decimal(0), Decimal(0)
    for month, weight in zip(span, weights, strict=True):
        running += weight
        percent = (100 * running / whole).quantize(Decimal(1), ROUND_HALF_UP)
        if percent > before:
            found[month] = fee * (percent - before) / 100
        before = percent
    return found
