"""Whether what must follow did, how late, in which order: against a plain calendar."""

from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path
from random import Random

import duckdb
import pytest
from calendars import COLUMNS, DAYS, LISTED, calendar
from planted import FIRM, Planted

from pipelines.limits import LIMITS
from pipelines.sandbox.dates import AS_OF, at, working_day


@pytest.fixture
def planted(tmp_path: Path) -> Planted:
    return Planted(tmp_path / "warehouse.duckdb")


def states(planted: Planted) -> dict[str, tuple[str, int]]:
    planted.build("int_handoffs__timed")
    with duckdb.connect(str(planted.path), read_only=True) as opened:
        return {
            record: (state, lag)
            for record, state, lag in opened.execute(
                "select record_id, state, lag_working_days "
                "from intermediate.int_handoffs__timed"
            ).fetchall()
        }


def test_states_and_lags_are_those_of_a_plain_calendar(planted: Planted) -> None:
    number = calendar(planted)
    dice, rows, wanted = Random(7), [], {}
    for n in range(600):
        event = dice.choice(sorted(set(LIMITS) - {"freeze"}))
        start = dice.choice(DAYS[:500])
        wait = dice.choice((0, 1, 3, 9, 40))
        done = start + timedelta(days=wait) if dice.random() < 0.7 else None
        done = done if done and done <= AS_OF else None
        is_wrong, n_times = dice.random() < 0.1, dice.choice((1, 1, 1, 2))
        due = start + timedelta(days=30) if event == "invoice_to_paid" else None
        limit = LIMITS[event]
        last = number[due] if due else number[start] + limit
        if event == "hire_to_psa":
            last = number[start] - limit
        end = number[done or AS_OF]
        if not done:
            state = "missing" if end > last else "pending"
        elif is_wrong:
            state = "out_of_order"
        elif n_times > 1:
            state = "duplicate"
        else:
            state = "late" if end > last else "on_time"
        wanted[str(n)] = (state, end - number[start])
        rows.append(
            {
                "event": event,
                "record_id": str(n),
                "triggered_date": start,
                "done_date": done,
                "due_date": due,
                "n_triggers": n_times,
                "is_out_of_order": is_wrong,
            }
        )
    for name in LISTED:
        given = rows if name == "sales" else []
        planted.rows(f"int_{name}_handoffs__listed", given, COLUMNS)

    assert states(planted) == wanted
    assert {state for state, _ in wanted.values()} == {
        *("missing", "pending", "out_of_order", "duplicate", "late", "on_time")
    }


def test_what_hr_knows_reaches_the_psa_or_is_missing(planted: Planted) -> None:
    calendar(planted)
    planted.rows("rules.firm", [FIRM], "as_of date")
    habits = ("in_time", "missing", "late", "working_on")
    people = {f"{n}": habits[n % 4] for n in range(80)}
    left = working_day(date(2026, 3, 2))
    psa, hr, known, entries = [], [], [], []
    for number, habit in people.items():
        own = {"source_system": "bamboohr", "employee_number": number}
        hr.append(
            own
            | {"employee_name": f"P {number}", "department": "Delivery"}
            | {"start_date": date(2025, 3, 3), "end_date": left}
        )
        gone = left + timedelta(days=7) if habit == "late" else left
        psa.append(
            {"source_system": "birdview", "person_id": number, "person_name": "P"}
            | {"created_at": at(date(2025, 2, 3)), "is_active": habit == "missing"}
            | {"deactivated_at": None if habit == "missing" else at(gone)}
        )
        last = left + timedelta(days=14 if habit == "working_on" else 0)
        entries.append(
            {"source_system": "birdview", "time_entry_id": number, "project_id": "1"}
            | {"person_id": number, "work_date": last, "hours": Decimal(8)}
        )
        for record in (f"bamboohr:employee:{number}", f"birdview:person:{number}"):
            known.append({"record_id": record, "person_id": number})
    planted.common("psa", "people", psa)
    planted.common("hr", "employees", hr)
    planted.common("psa", "time_entries", entries)
    planted.rows("int_people__identified", known)
    for name in set(LISTED) - {"people"}:
        planted.rows(f"int_{name}_handoffs__listed", [], COLUMNS)
    planted.build("int_people_handoffs__listed")

    planted.build("int_handoffs__timed")
    with duckdb.connect(str(planted.path), read_only=True) as opened:
        found = opened.execute(
            "select split_part(record_id, ':', 3), state "
            "from intermediate.int_handoffs__timed where event = 'leaver_to_psa'"
        ).fetchall()
    wanted = {"in_time": "on_time", "working_on": "out_of_order"}
    assert dict(found) == {n: wanted.get(habit, habit) for n, habit in people.items()}
