"""The firm's days off in Personio's words: periods of days, never hours."""

from collections.abc import Iterator, Mapping
from datetime import UTC, timedelta
from decimal import Decimal
from itertools import pairwise

from pipelines.sandbox.kept import Row, World
from pipelines.sandbox.speaks.personio_people import (
    Told,
    internal_id,
    midnight,
    person,
    thing,
)

FULL_DAY = 8
STATUSES = {"approved": "approved", "requested": "pending", "cancelled": "declined"}


def absences(world: World) -> list[Told]:
    """Return one absence for whole days in a row that were decided together."""
    full = {
        row["employee_number"]: row["weekly_hours"] / len(row["work_days"].split())
        for row in world.records("hr", "contracts")
        if row["work_days"]
    }
    asked = sorted(
        world.records("hr", "time_off"),
        key=lambda row: (row["employee_number"], row["off_date"], row["status"]),
    )
    halves = {
        id(row): row["off_hours"] < full.get(row["employee_number"], FULL_DAY)
        for row in asked
    }
    return [_absence(days, halves[id(days[0])]) for days in _in_a_row(asked, halves)]


def _in_a_row(rows: list[Row], halves: Mapping[int, bool]) -> Iterator[list[Row]]:
    together: list[Row] = rows[:1]
    for before, row in pairwise(rows):
        same = ("employee_number", "status", "approved_at")
        follows = row["off_date"] - before["off_date"] == timedelta(days=1)
        is_half = halves[id(before)] or halves[id(row)]
        if is_half or not follows or any(before[name] != row[name] for name in same):
            yield together
            together = []
        together.append(row)
    if together:
        yield together


def _absence(days: list[Row], is_half: bool) -> Told:
    first, last = days[0], days[-1]
    decided = first["approved_at"]
    return {
        "id": internal_id(f"{first['employee_number']} {first['off_date']}"),
        "status": STATUSES[first["status"]],
        "comment": "at the sea",
        "start_date": midnight(first["off_date"]),
        "end_date": midnight(last["off_date"]),
        "days_count": Decimal("0.5") if is_half else len(days),
        "half_day_start": int(is_half),
        "half_day_end": 0,
        "time_off_type": thing("TimeOffType", "vacation", category="vacation"),
        "employee": person(first["employee_number"]),
        "updated_at": decided and decided.replace(tzinfo=UTC).isoformat(),
    }
