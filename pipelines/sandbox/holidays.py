"""Public holidays of the firm's locations, and everybody's days off, in HR and PSA."""

from collections.abc import Sequence
from datetime import date, timedelta
from decimal import Decimal
from random import Random

from pipelines.sandbox.dates import AS_OF, at, is_working, working_day, working_days
from pipelines.sandbox.draft import Draft
from pipelines.sandbox.staff import Person

_FIXED = {
    "New York": ((1, 1), (6, 19), (7, 4), (11, 11), (12, 25)),
    "London": ((1, 1), (12, 25), (12, 26)),
    "Berlin": ((1, 1), (5, 1), (10, 3), (12, 25), (12, 26)),
}


def holidays() -> dict[str, list[date]]:
    """Return the working days that each location has off."""
    found = {
        location: [date(year, *day) for year in (2024, 2025, 2026) for day in days]
        for location, days in _FIXED.items()
    }
    return {
        place: [day for day in days if is_working(day)] for place, days in found.items()
    }


def write_holidays(draft: Draft) -> None:
    """Write the holiday calendar that HR owns."""
    for location, days in holidays().items():
        for day in days:
            draft.add("hr", "holidays", location=location, holiday_date=day)


def write_leave(
    draft: Draft, people: Sequence[Person], leave: dict[str, list[date]]
) -> None:
    """Write every approved day off, in HR and in PSA's own calendar."""
    for person in people:
        for day in leave[person.key]:
            approved = at(day - timedelta(days=30))
            draft.add(
                "hr",
                "time_off",
                employee_number=person.number,
                off_date=day,
                off_hours=Decimal(8),
                status="approved",
                approved_at=approved,
            )
            if person.person_id:
                draft.add(
                    "psa",
                    "time_off",
                    person_id=person.person_id,
                    off_date=day,
                    off_hours=Decimal(8),
                    created_at=approved + timedelta(hours=2),
                )


def absences(
    random: Random, people: Sequence[Person], holidays: dict[str, list[date]]
) -> tuple[set[tuple[str, date]], dict[str, list[date]]]:
    """Return the days on which nobody works, and everybody's approved days off."""
    off: set[tuple[str, date]] = set()
    leave: dict[str, list[date]] = {}
    for person in people:
        off |= {(person.key, day) for day in holidays[person.location]}
        leave[person.key] = []
        for year, month in ((2024, 8), (2024, 12), (2025, 4), (2025, 8), (2026, 2)):
            first = working_day(date(year, month, 1) + timedelta(random.randrange(20)))
            days = [d for d in working_days(first, first + timedelta(7)) if d <= AS_OF]
            leave[person.key] += [d for d in days if (person.key, d) not in off]
        off |= {(person.key, day) for day in leave[person.key]}
    return off, leave
