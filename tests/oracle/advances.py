"""What a bill ahead of the work pays for."""

from datetime import date

from tests.oracle.days import Days
from tests.oracle.facts import Row
from tests.oracle.invoices import Line
from tests.oracle.worked import Work


def drawn_from_advances(
    days: Days,
    work: list[Work],
    lines: list[Line],
    times: dict[str, list[Row]],
    day: date,
) -> dict[str, int]:
    """Return the value of each time entry that an advance pays for by ``day``.

    Work is paid in the order in which it was approved. What another line names is no
    matter of an advance, and an advance that was paid back pays for nothing.
    """
    advances = [line for line in lines if line.kind == "advance"]
    paid = sum(line.net for line in advances if line.net > 0 and line.day <= day)
    left = min(paid, max(sum(line.net for line in advances), 0))
    named = {row["time_entry_id"] for line in lines for row in times.get(line.id, [])}
    approved = sorted(
        (days.local(one.row["approved_at"]), one.day, one.row["time_entry_id"], one)
        for one in work
        if one.row["status"] == "approved" and one.row["approved_at"]
        if one.row["time_entry_id"] not in named and one.is_billable
    )
    found = {}
    for ready, worked, key, one in approved:
        found[key] = min(one.value, left) if max(ready, worked) <= day else 0
        left -= found[key]
    return found
