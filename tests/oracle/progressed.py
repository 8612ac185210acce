"""On which days how much of a fee was earned."""

from datetime import date, timedelta

from tests.oracle.days import Days
from tests.oracle.delivery import earned
from tests.oracle.projects import Project


def increments(days: Days, project: Project, day: date) -> list[tuple[date, int]]:
    """Return on which days how much was earned; the latest is taken back first."""
    found: list[tuple[date, int]] = []
    before = 0
    for one in moments(days, project, day):
        now = earned(days, project, one)
        gain, before = now - before, now
        while gain < 0 and found:
            reached, amount = found.pop()
            gain += amount
            if gain > 0:
                found.append((reached, gain))
                gain = 0
        if gain > 0:
            found.append((one, gain))
    return found


def moments(days: Days, project: Project, day: date) -> list[date]:
    """Return the days on which progress can have moved, up to ``day``."""
    if project.row["billing_type"] == "retainer":
        ends = {
            days.month_end(month) for piece in project.plan for month in piece.months
        }
        return sorted({min(end, day) for end in ends if end - timedelta(31) <= day})
    one = project.id
    dated = [
        row["progress_date"]
        for row in days.facts.of("psa", "progress", "project_id", one)
    ]
    dated += [
        days.local(row["accepted_at"])
        for row in days.facts.of("psa", "milestones", "project_id", one)
        if row["accepted_at"]
    ]
    return sorted({one for one in dated if one <= day} | {day})
