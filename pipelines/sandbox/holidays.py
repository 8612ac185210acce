"""Public holidays of the firm's locations, and everybody's days off, in HR and PSA."""

from collections.abc import Sequence
from datetime import date, timedelta
from decimal import Decimal

from pipelines.sandbox.dates import at, is_working
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
