"""What Personio's answers mean: wrapped values, work schedules, days of an absence."""

from collections.abc import Mapping
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from pipelines.sources import Record

WEEK = (
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
    "sunday",
)
FULL_DAY = Decimal(8)
"""The hours of a working day of somebody whose schedule nobody told."""


def value(attributes: Mapping[str, Any], name: str) -> Any:
    """Return the value of a wrapped attribute; an empty text is nothing."""
    told = (attributes.get(name) or {}).get("value")
    return None if told == "" else told


def named(thing: Any) -> str | None:
    """Return the name of a department or an office."""
    return str(thing["attributes"]["name"]) if thing else None


def schedule(told: Any) -> Record:
    """Return the hours of each weekday and the day from which they hold."""
    week = (told or {}).get("attributes", {})
    valid_from = week.get("valid_from")
    return {
        "schedule_valid_from": valid_from and str(valid_from)[:10],
        **{day: week.get(day) for day in WEEK},
    }


def hours(clock: str | None) -> Decimal:
    """Return "08:30" as 8.5 hours."""
    if not clock:
        return Decimal(0)
    whole, _, minutes = clock.partition(":")
    return Decimal(whole) + Decimal(minutes or 0) / 60


def days(
    absence: Record, people: Mapping[str, Record], *, numbers_are_ids: bool
) -> list[Record]:
    """Return one record per working day of an absence, with its share of the absence.

    The days that Personio counts (`days_count`, without public holidays) are spread
    evenly over the working days between start and end; a half day at either end is half
    a share. What shares and hours come to is what Personio counts.
    """
    key = str(absence["employee"]["attributes"]["id"]["value"])
    # Somebody who was deleted is not listed any more.
    person = people.get(key, {"employee_number": key if numbers_are_ids else None})
    week = [hours(person.get(day)) for day in WEEK]
    if not any(week):
        week = [FULL_DAY] * 5 + [Decimal(0)] * 2
    first, last = (day_of(absence[at]) for at in ("start_date", "end_date"))
    span = [first + timedelta(days=n) for n in range((last - first).days + 1)]
    working = [day for day in span if week[day.weekday()]] or [first]
    weights = dict.fromkeys(working, Decimal(1))
    for half, day in (("half_day_start", working[0]), ("half_day_end", working[-1])):
        if absence.get(half):
            weights[day] /= 2
    counted = Decimal(str(absence["days_count"]))
    return [
        {
            "id": str(absence["id"]),
            "off_date": day,
            "employee_id": key,
            "employee_number": person["employee_number"],
            "status": absence["status"],
            "share": counted * weight / sum(weights.values()),
            "scheduled_hours": week[day.weekday()] or FULL_DAY,
            "updated_at": absence.get("updated_at"),
        }
        for day, weight in weights.items()
    ]


def day_of(moment: str) -> date:
    """Return the day of a moment in its own zone."""
    return date.fromisoformat(moment[:10])
