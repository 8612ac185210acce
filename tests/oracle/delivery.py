"""What was delivered by a day, and why it differs from the plan."""

from datetime import date
from fractions import Fraction

from tests.oracle.cents import cents, in_cents, worth
from tests.oracle.days import Days
from tests.oracle.projects import Project
from tests.oracle.worked import Work

Steps = dict[tuple[str, str], int]


def add(steps: Steps, driver: str, kind: str, amount: int) -> None:
    if amount:
        steps[driver, kind] = steps.get((driver, kind), 0) + amount


def signed(amount: int, more: str, less: str) -> str:
    return more if amount > 0 else less


def due_at(days: Days, project: Project, day: date, role: str | None = None) -> int:
    """Return the plan on working days up to ``day``, of one role or of all."""
    pieces = [piece for piece in project.plan if role in (None, piece.role)]
    if day >= days.as_of:
        return sum(piece.due for piece in pieces)
    month = days.month(day)
    return sum(
        amount
        for piece in pieces
        for dated, amount in piece.months.items()
        if dated <= month
    )


def is_due_class(days: Days, start: date, day: date, limit: str) -> str:
    return "T" if days.between(start, day) <= days.facts.limits[limit] else "F"


def by_time(days: Days, project: Project, work: list[Work], day: date) -> Steps:
    """Compare hours with the plan, role by role, for time and materials."""
    steps: Steps = {}
    done = [one for one in work if one.day <= day]
    start = project.row["start_date"]
    if not done and start and start <= day:
        kind = is_due_class(days, start, day, "project_to_first_time")
        add(steps, "not_started", kind, -due_at(days, project, day))
        return steps
    planned = {piece.role for piece in project.plan}
    by_role: dict[str | None, list[Work]] = {role: [] for role in planned}
    for one in done:
        role = one.row["role"].lower() if one.row["role"] else None
        if role not in planned and None in planned:
            role = None
        by_role.setdefault(role, []).append(one)
    for role, own in by_role.items():
        value = sum(one.value for one in own)
        if role not in planned:
            add(steps, "unplanned_role", "L", value)
            continue
        if role is None:
            gap = value - rest(days, project, day)
        else:
            value -= rates(steps, project, role, own)
            gap = value - due_at(days, project, day, role)
        add(steps, signed(gap, "hours_over_plan", "hours_under_plan"), "L", gap)
    for one in done:
        if not one.is_billable:
            kind = "L" if one.row["non_billable_reason"] else "U"
            add(steps, "marked_non_billable", kind, -one.value)
    return steps


def rest(days: Days, project: Project, day: date) -> int:
    """Return the due plan that names no role."""
    named = {piece.role for piece in project.plan if piece.role}
    return due_at(days, project, day) - sum(
        due_at(days, project, day, role) for role in named
    )


def rates(steps: Steps, project: Project, role: str, own: list[Work]) -> int:
    """Book the rate differences of a role, and return their sum."""
    pieces = [piece for piece in project.plan if piece.role == role]
    hours = sum((piece.hours for piece in pieces), Fraction(0))
    stated = [piece.row["bill_rate"] for piece in pieces if piece.row]
    if stated and stated[0] is not None:
        rate = stated[0]
    else:
        rate = Fraction(sum(piece.amount for piece in pieces), 100) / (hours or 1)
    total = 0
    for one in own:
        gap = one.value - worth(one.row["hours"], rate)
        add(steps, "rate_change", "L" if one.is_on_card else "F", gap)
        total += gap
    return total


def earned(days: Days, project: Project, day: date) -> int:
    """Return price times progress of a fixed fee, or the due fee of a retainer."""
    if project.row["billing_type"] == "retainer":
        return due_at(days, project, day)
    if project.row["progress_method"] == "milestones":
        return sum(
            in_cents(row["milestone_amount"])
            for row in days.facts.of("psa", "milestones", "project_id", project.id)
            if row["accepted_at"] and days.local(row["accepted_at"]) <= day
        )
    told = [
        row
        for row in days.facts.of("psa", "progress", "project_id", project.id)
        if row["progress_date"] <= days.as_of
    ]
    past = [row for row in told if row["progress_date"] <= day]
    if past:
        percent = max(past, key=lambda row: row["progress_date"])["percent_complete"]
    elif not told and day >= days.as_of:
        percent = project.row["percent_complete"] or 0
    else:
        percent = 0
    return cents((project.planned + project.remainder) * Fraction(percent) / 100)


def by_progress(days: Days, project: Project, work: list[Work], day: date) -> Steps:
    """Compare progress with the plan, for a fixed fee or a retainer."""
    steps: Steps = {}
    value, due = earned(days, project, day), due_at(days, project, day)
    start = project.row["start_date"]
    has_begun = (
        value or any(one.day <= day for one in work) or reported(days, project, day)
    )
    if due > 0 and not has_begun and start and start <= day:
        kind = is_due_class(days, start, day, "project_to_first_time")
        add(steps, "not_started", kind, -due)
        return steps
    gap = value - due
    add(steps, signed(gap, "progress_ahead", "progress_behind"), "T", gap)
    return steps


def reported(days: Days, project: Project, day: date) -> bool:
    """Return whether any progress was ever reported, even if it was taken back."""
    return any(
        row["progress_date"] <= day and row["percent_complete"] > 0
        for row in days.facts.of("psa", "progress", "project_id", project.id)
    )
