"""The people a month needs: hours there are, hours booked, days off, skills."""

from collections.abc import Sequence
from datetime import date

from dashboards import staffing_asked as asked
from dashboards import words
from dashboards.warehouse import Row, has, read

KINDS = {
    "holiday": "public holiday",
    "time_off": "approved time off",
    "pending_time_off": "time off asked for",
    "after_leaving": "after the last working day",
}


def is_allowed() -> bool:
    """Say whether this audience's file holds people's hours."""
    return has("marts.utilisation") and has("marts.people")


def months() -> list[str]:
    """Return the months from the one after today on that have capacity, at most six."""
    return [row["period"] for row in read(asked.MONTHS)]


def roles(month: str) -> list[Row]:
    """Return hours there are, booked, tentative and free, by role that is booked."""
    return read(asked.ROLES, month)


def conflicts(month: str) -> list[Row]:
    """Return who is booked on days off: one row for days on end, holidays last."""
    return read(asked.CONFLICTS, month)


def overloaded(month: str) -> list[Row]:
    """Return people booked for more hours than they have, the most first."""
    return read(asked.BOOKED, month, True)


def unbooked(month: str) -> list[Row]:
    """Return people of booked roles for whom nothing is booked, not even tentative."""
    return read(asked.BOOKED, month, False)


def skills(month: str) -> list[Row]:
    """Return the skills that lack hours, or whose holders' certificates end."""
    return read(asked.SKILLS, month)


def hours(amount: object) -> str:
    """Write hours: 24, 7.5, 1,802."""
    return f"{float(str(amount)):,.1f}".removesuffix(".0")


def days(first: date, last: date) -> str:
    """Write days on end: 10 to 12 June, 30 June to 2 July, 19 June."""
    if first == last:
        return f"{first.day} {first:%B}"
    begin = f"{first.day}" if first.month == last.month else f"{first.day} {first:%B}"
    return f"{begin} to {last.day} {last:%B}"


def answer(month: str, off: Sequence[Row], over: Sequence[Row]) -> str:
    """Answer the page: who is booked on days off, who has too much to do."""
    when = words.when(month)
    n_off = len({row["person_id"] for row in off})
    parts = []
    if n_off:
        people = words.count(n_off, "person is", "people are")
        parts.append(f"{words.capital(people)} planned on days off {when}.")
    if over:
        people = words.count(len(over), "person has", "people have")
        parts.append(f"{words.capital(people)} more work than hours {when}.")
    return " ".join(parts) or f"Yes: nobody is booked on a day off or too much {when}."
