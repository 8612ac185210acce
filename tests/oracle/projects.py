"""A project with its plan, and when pieces of the plan are due."""

from dataclasses import dataclass, field
from fractions import Fraction

from tests.oracle.cents import cents, in_cents, spread
from tests.oracle.days import NO_DATE, Days
from tests.oracle.facts import Facts, Row


@dataclass
class PlanRow:
    """A piece of the plan: its money, its months, and how much of it is due when."""

    role: str | None
    amount: int
    months: dict[str, int]
    due: int
    """What of it lies on or before the day of the run."""
    hours: Fraction = Fraction(0)
    row: Row | None = None


@dataclass
class Project:
    """One project of the PSA with everything that counts for its plan, in cents."""

    row: Row
    id: str
    client: str
    currency: str
    baseline: int
    current: int
    adjustments: int
    orders: list[Row]
    holds: dict[str, int]
    plan: list[PlanRow] = field(default_factory=list)
    copies: list[Row] = field(default_factory=list)
    remainder: int = 0
    """What is held of it because all that was left is held."""

    @property
    def planned(self) -> int:
        return self.current - sum(self.holds.values())

    @property
    def months(self) -> dict[str, int]:
        """Return the plan by month, with what nobody was given in no_date."""
        found: dict[str, int] = {}
        for piece in self.plan:
            for month, amount in piece.months.items():
                found[month] = found.get(month, 0) + amount
        found[NO_DATE] = self.planned - sum(found.values())
        return {month: amount for month, amount in found.items() if amount}


def plan_rows(facts: Facts, days: Days, project: Project) -> list[PlanRow]:
    """Date the plan: resource plan, else milestones, else working days."""
    own = [
        row
        for row in facts.of("psa", "planned_work", "project_id", project.id)
        if not row["is_soft"]
    ]
    if own:
        return [resourced(days, row) for row in own]
    dated = [
        row
        for row in facts.of("psa", "milestones", "project_id", project.id)
        if row["due_date"]
    ]
    if dated:
        return [
            PlanRow(
                None,
                amount := in_cents(row["milestone_amount"]),
                {days.month(row["due_date"]): amount},
                amount if row["due_date"] <= days.as_of else 0,
            )
            for row in dated
        ]
    first, last = project.row["start_date"], project.row["end_date"]
    if not first or not last:
        return []
    weights = days.by_month(first, last)
    months = spread(project.planned, weights)
    passed = days.count(first, min(last, days.as_of))
    whole = days.count(first, last) or 1
    due_part = cents(Fraction(project.planned * passed, whole))
    if not days.count(first, last) and first <= days.as_of:
        due_part = project.planned
    return [PlanRow(None, project.planned, months, due_part)]


def resourced(days: Days, row: Row) -> PlanRow:
    amount = in_cents(row["planned_amount"])
    month = f"{row['month']:%Y-%m}"
    months = {month: amount}
    hours = Fraction(row["planned_hours"] or 0)
    role = row["role"].lower() if row["role"] else None
    return PlanRow(role, amount, months, due(days, months), hours, row)


def due(days: Days, months: dict[str, int]) -> int:
    """Return what of a plan lies on working days up to the day of the run."""
    now = days.month(days.as_of)
    whole = sum(amount for month, amount in months.items() if month < now)
    if now not in months:
        return whole
    begin, end = days.bounds(now)
    total = days.count(begin, end)
    past = days.count(begin, min(end, days.as_of))
    if not total:
        return whole + (months[now] if end <= days.as_of else 0)
    return whole + spread(months[now], {"a": past, "b": total - past})["a"]
