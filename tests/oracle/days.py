"""The firm's days: working days, fiscal months, local dates."""

from bisect import bisect_right
from datetime import UTC, date, datetime, timedelta
from functools import cached_property
from zoneinfo import ZoneInfo

from tests.oracle.facts import Facts

WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
NO_DATE = "no_date"


class Days:
    """Answers every question about a date of one firm."""

    def __init__(self, facts: Facts) -> None:
        self.facts = facts
        self.as_of = facts.as_of
        self.zone = ZoneInfo(facts.time_zone)
        self.ends: dict[str, date] = {}

    def local(self, moment: datetime) -> date:
        """Return the firm's date at a moment in UTC."""
        return moment.replace(tzinfo=UTC).astimezone(self.zone).date()

    def is_working(self, day: date) -> bool:
        return (
            WEEKDAYS[day.weekday()] in self.facts.working_days
            and day not in self.facts.holidays
        )

    @cached_property
    def worked(self) -> list[date]:
        first = self.as_of.replace(year=self.as_of.year - 15, day=1)
        days = (first + timedelta(days=n) for n in range(365 * 30))
        return [day for day in days if self.is_working(day)]

    def number(self, day: date) -> int:
        """Count working days up to and with ``day``."""
        return bisect_right(self.worked, day)

    def between(self, first: date, last: date) -> int:
        """Count working days after ``first`` up to and with ``last``."""
        return self.number(last) - self.number(first)

    def after(self, day: date, n: int) -> date:
        """Return the n-th working day after ``day``."""
        return self.worked[self.number(day) + n - 1] if n else day

    def year_start(self, year: int) -> date:
        first = date(year, self.facts.fiscal_year_start_month, 1)
        if self.facts.months != "4-4-5":
            return first
        weekday = first.weekday()
        return first + timedelta(days=-weekday if weekday <= 3 else 7 - weekday)

    def month(self, day: date) -> str:
        """Return the fiscal month of a day, as YYYY-MM."""
        if self.facts.months != "4-4-5":
            return f"{day:%Y-%m}"
        year = max(
            year
            for year in range(day.year - 1, day.year + 2)
            if self.year_start(year) <= day
        )
        week = min((day - self.year_start(year)).days // 7, 51)
        months = 3 * (week // 13) + min(week % 13 // 4, 2)
        index = self.facts.fiscal_year_start_month - 1 + months
        return f"{year + index // 12}-{index % 12 + 1:02}"

    def month_end(self, month: str) -> date:
        """Return the last day of a fiscal month."""
        if month not in self.ends:
            day = date(int(month[:4]), int(month[5:]), 15)
            while self.month(day + timedelta(days=1)) == month:
                day += timedelta(days=1)
            self.ends[month] = day
        return self.ends[month]

    def bounds(self, month: str) -> tuple[date, date]:
        """Return the first and the last day of a fiscal month."""
        last = self.month_end(month)
        first = last
        while self.month(first - timedelta(days=1)) == month:
            first -= timedelta(days=1)
        return first, last

    def count(self, first: date, last: date) -> int:
        """Count working days from ``first`` to ``last``, both included."""
        return max(self.between(first - timedelta(days=1), last), 0)

    def quarter_end(self, day: date) -> date:
        """Return the last day of the fiscal quarter of ``day``."""
        month = self.month(day)
        start = self.facts.fiscal_year_start_month
        while (int(month[5:]) - start) % 3 != 2:
            month = self.month(self.month_end(month) + timedelta(days=1))
        return self.month_end(month)

    def months_of(self, first: date, last: date) -> list[str]:
        """Return the fiscal months that a span touches."""
        found, day = [], first
        while day <= last:
            found.append(self.month(day))
            day = self.month_end(found[-1]) + timedelta(days=1)
        return found

    def by_month(self, first: date, last: date) -> dict[str, int]:
        """Count the working days of each fiscal month from ``first`` to ``last``."""
        found: dict[str, int] = {}
        day = first
        while day <= last:
            end = min(self.month_end(self.month(day)), last)
            found[self.month(day)] = self.between(day - timedelta(days=1), end)
            day = end + timedelta(days=1)
        if not any(found.values()):
            return {self.month(first): 1}
        return {month: days for month, days in found.items() if days}
