"""From the plan to the work and to the invoices, month by month."""

from collections import defaultdict
from datetime import date

from tests.oracle.billing import Billing
from tests.oracle.cents import cents, parts
from tests.oracle.days import NO_DATE, Days
from tests.oracle.delivery import (
    by_progress,
    by_time,
    due_at,
)
from tests.oracle.invoices import Line
from tests.oracle.sums import Book, Leaf, Leg

Key = tuple[str, str, str]
"""Anchor or segment, driver, class; driver and class are empty for an anchor."""


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


def deliver(book: Book, billing: Billing, legs: list[Leg], months: list[str]) -> None:
    """Book a project's plan, work and bills: a month is a difference of two totals."""
    before: dict[tuple[Leaf, Key], int] = defaultdict(int)
    for month in [*months, NO_DATE]:
        day = last_day(billing.days, month)
        lines = [line for line in billing.lines if line.day <= day]
        now = valued(legs, reached(billing, month), lines)
        for key in {*now, *before}:
            amount = now.get(key, 0) - before.get(key, 0)
            if amount:
                put(book, key, month, amount)
        before = now


def last_day(days: Days, month: str) -> date:
    """Return the last day of a month that has passed."""
    return days.as_of if month == NO_DATE else min(days.month_end(month), days.as_of)


def valued(
    legs: list[Leg], totals: list[tuple[Key, int]], lines: list[Line]
) -> dict[tuple[Leaf, Key], int]:
    """Divide totals over legs and convert each by itself.

    A cent that conversion leaves over is an exchange difference, like the way from the
    frozen rate to the rates of the invoices.
    """
    weights = [leg.weight for leg in legs]
    found: dict[tuple[Leaf, Key], int] = defaultdict(int)
    for key, total in totals:
        for leg, amount in zip(legs, parts(total, weights), strict=True):
            found[leg.leaf, key] += cents(amount * leg.rate)
    for line in lines:
        split = parts(cents(line.net * line.rate), weights)
        for leg, amount in zip(legs, split, strict=True):
            found[leg.leaf, ("billed", "", "")] += amount
    for leg in legs:
        for segment in ("planned_to_delivered", "delivered_to_billed"):
            start, end = segment.split("_to_")
            gap = found.get((leg.leaf, (end, "", "")), 0)
            gap -= found.get((leg.leaf, (start, "", "")), 0)
            gap -= sum(
                amount
                for (leaf, (name, _, _)), amount in found.items()
                if leaf == leg.leaf and name == segment
            )
            found[leg.leaf, (segment, "fx", "L")] += gap
    return found


def put(book: Book, key: tuple[Leaf, Key], month: str, amount: int) -> None:
    leaf, step = key
    if step[1]:
        book.step(leaf, step, month, amount)
    else:
        book.anchor(leaf, step[0], month, amount)
