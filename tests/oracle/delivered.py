"""From the plan to the work and to the invoices, month by month."""

import csv
from collections import defaultdict
from datetime import date
from pathlib import Path

from tests.oracle.billing import Billing
from tests.oracle.cents import cents, parts
from tests.oracle.days import NO_DATE, Days
from tests.oracle.delivery import (
    by_progress,
    by_time,
    due_at,
)
from tests.oracle.shares import Shares
from tests.oracle.sums import Book, Leaf, Leg

Key = tuple[str, str, str]
"""Anchor or segment, driver, class; driver and class are empty for an anchor."""

CATALOGUE = Path(__file__).parents[2] / "dbt_project" / "seeds" / "drivers.csv"
with CATALOGUE.open() as file:
    POSITIONS = {row["driver"]: int(row["position"]) for row in csv.DictReader(file)}


def reached(billing: Billing, month: str) -> list[tuple[Key, int]]:
    """Return plan, steps and work of a project at the end of a month, in order."""
    days, project, work = billing.days, billing.project, billing.work
    day = last_day(days, month)
    dated = {one: amount for one, amount in project.months.items() if one != NO_DATE}
    whole = sum(
        amount for one, amount in dated.items() if month == NO_DATE or one <= month
    )
    total = whole + (project.months.get(NO_DATE, 0) if month == NO_DATE else 0)
    s3, s4 = "planned_to_delivered", "delivered_to_billed"
    is_time = project.row["billing_type"] == "time_and_materials"
    done = (by_time if is_time else by_progress)(days, project, work, day)
    steps: list[tuple[Key, int]] = [
        ((s3, "budget_not_assigned", "L"), whole - total),
        ((s3, "not_yet_due", "T"), due_at(days, project, day) - whole),
        *(((s3, driver, kind), one) for (driver, kind), one in done.items()),
    ]
    delivered = total + sum(amount for _, amount in steps)
    return [
        (("planned", "", ""), total),
        (("delivered", "", ""), delivered),
        *steps,
        *(((s4, *step), one) for step, one in billing.until(day).items()),
    ]


def deliver(
    book: Book, billing: Billing, legs: list[Leg], shares: Shares, months: list[str]
) -> None:
    """Book a project's plan, work and bills: a month is a difference of two totals."""
    before: dict[tuple[Leaf, Key], int] = defaultdict(int)
    for month in [*months, NO_DATE]:
        day = last_day(billing.days, month)
        bills = [
            share
            for line in billing.lines
            if line.day <= day
            for share in shares[line.id]
        ]
        now = valued(legs, reached(billing, month), bills)
        for key in {*now, *before}:
            amount = now.get(key, 0) - before.get(key, 0)
            if amount:
                put(book, key, month, amount)
        before = now


def last_day(days: Days, month: str) -> date:
    """Return the last day of a month that has passed."""
    return days.as_of if month == NO_DATE else min(days.month_end(month), days.as_of)


def valued(
    legs: list[Leg], totals: list[tuple[Key, int]], bills: list[tuple[Leaf, int]]
) -> dict[tuple[Leaf, Key], int]:
    """Divide totals over legs and convert them, one running total after the other.

    A step is the difference of two totals. Only the way from the frozen rate to the
    rates of the invoices is an exchange difference.
    """
    known, weights = dict(totals), [leg.weight for leg in legs]
    steps = sorted(key for key in known if key[1])
    steps.sort(key=lambda key: (key[0] == "delivered_to_billed", POSITIONS[key[1]]))
    found: dict[tuple[Leaf, Key], int] = defaultdict(int)

    def put_at(key: Key, before: int, now: int) -> None:
        start, end = parts(before, weights), parts(now, weights)
        for n, leg in enumerate(legs):
            gap = cents(end[n] * leg.rate) - cents(start[n] * leg.rate)
            found[leg.leaf, key] += gap

    reached = known["planned", "", ""]
    put_at(("planned", "", ""), 0, reached)
    put_at(("delivered", "", ""), 0, known["delivered", "", ""])
    for key in steps:
        put_at(key, reached, reached + known[key])
        reached += known[key]
    put_at(("delivered_to_billed", "fx", "L"), reached, 0)
    for leaf, amount in bills:
        found[leaf, ("billed", "", "")] += amount
        found[leaf, ("delivered_to_billed", "fx", "L")] += amount
    return found


def put(book: Book, key: tuple[Leaf, Key], month: str, amount: int) -> None:
    leaf, step = key
    if step[1]:
        book.step(leaf, step, month, amount)
    else:
        book.anchor(leaf, step[0], month, amount)
