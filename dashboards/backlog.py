"""What is signed and still to do, done and not billed, billed and not paid."""

from collections.abc import Sequence
from decimal import Decimal

from dashboards import backlog_asked as asked
from dashboards import words
from dashboards.bridge import Step
from dashboards.filters import Filters
from dashboards.warehouse import Row, read

AGES = ("This month", "Last month", "Two months ago", "Earlier")
"""When work was done that is not billed, by its age in months."""
WAITS = ("to_approve", "to_bill", "late")
"""What such work waits for: its approval, the next invoice run, one it has missed."""
LATE = ("time_not_approved", "wip_overdue", "overdue")
"""The causes of waiting work and money that end when somebody acts."""


def left(client: str) -> list[Row]:
    """Return the signed work that is left, by fiscal quarter; what is due by now first.

    Work done ahead of its plan lowers what is due by now, so that line can be negative.
    """
    return read(asked.LEFT, client)


def left_by_client(client: str) -> list[Row]:
    """Return the signed work that is left by client, the most first."""
    return read(asked.LEFT_BY_CLIENT, client)


def waiting(shown: Filters) -> list[Row]:
    """Return work done and not billed by age: to approve, to bill, late to bill."""
    return read(asked.WAITING, shown.scope_kind, shown.scope_id)


def overdue(shown: Filters) -> list[Row]:
    """Return the invoices past their due date with what is still unpaid of each."""
    return read(asked.OVERDUE, shown.scope_kind, shown.scope_id)


def late(steps: Sequence[Step]) -> list[Step]:
    """Return those of a scope's steps that somebody can end by acting today."""
    return [step for step in steps if step.needs_a_hand and step.driver in LATE]


def pipeline(client: str) -> list[Row]:
    """Return open deals by the quarter they may close in, each currency on its own."""
    return read(asked.PIPELINE, client)


def answer(
    name: str,
    currency: str,
    per_quarter: Sequence[Row],
    per_age: Sequence[Row],
    unpaid: Sequence[Row],
) -> str:
    """Answer the page: how much signed work is left, and what of it is late."""
    rest = total(per_quarter, "left_amount")
    parts = [
        f"{name}: {words.coded(rest, currency)} of signed work is left."
        if rest > 0
        else f"{name}: no signed work is left."
    ]
    if late := total(per_age, "late"):
        parts.append(f"{words.coded(late, currency)} is ready to bill and late.")
    if owed := total(unpaid, "overdue_amount"):
        parts.append(f"{words.coded(owed, currency)} is billed and past its due date.")
    return " ".join(parts)


def total(found: Sequence[Row], column: str) -> Decimal:
    """Add a column of rows up."""
    return sum((row[column] for row in found), Decimal(0))
