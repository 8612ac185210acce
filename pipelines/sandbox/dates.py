"""Working days, months and business times of the invented firm."""

from datetime import date, datetime, time, timedelta
from functools import cache

FIRST_MONTH = date(2024, 6, 1)
"""The firm's records begin here."""

AS_OF = date(2026, 5, 31)
"""The day the firm is first shown; later days are played on top of it."""


def at(day: date, hour: int = 16, minute: int = 0) -> datetime:
    """Return a business moment of a day: 15 to 20 o'clock UTC is office time there."""
    return datetime.combine(day, time(hour, minute))


def is_working(day: date) -> bool:
    """Return whether the day is Monday to Friday."""
    return day.weekday() < 5


def working_day(day: date, n: int = 0) -> date:
    """Return the first working day on or after `day`, then `n` working days on."""
    while not is_working(day):
        day += timedelta(days=1)
    for _ in range(n):
        day += timedelta(days=1)
        while not is_working(day):
            day += timedelta(days=1)
    return day


@cache
def working_days(first: date, last: date) -> tuple[date, ...]:
    """Return the working days from first to last, both included."""
    n = (last - first).days
    days = (first + timedelta(days=i) for i in range(n + 1))
    return tuple(day for day in days if is_working(day))


def month_of(day: date) -> date:
    """Return the first day of the month."""
    return day.replace(day=1)


def month_after(month: date, n: int = 1) -> date:
    """Return the first day of the month `n` months on; `n` may be negative."""
    position = month.year * 12 + month.month - 1 + n
    return date(position // 12, position % 12 + 1, 1)


def month_end(day: date) -> date:
    """Return the last day of the month."""
    return month_after(month_of(day)) - timedelta(days=1)


@cache
def months(first: date, last: date) -> tuple[date, ...]:
    """Return the first days of all months that first and last lie in or between."""
    found = [month_of(first)]
    while found[-1] < month_of(last):
        found.append(month_after(found[-1]))
    return tuple(found)


def submitted_on(work_date: date) -> date:
    """Return the Friday on which work of that week is handed in."""
    return work_date + timedelta(days=max(0, 4 - work_date.weekday()))


def approved_on(work_date: date) -> date:
    """Return the day, two working days later, on which that work is approved."""
    return working_day(submitted_on(work_date), 2)
