"""Capacity follows the contract day by day, and ends when the person leaves."""

from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

import duckdb
import pytest
from planted import Planted

MONTH = [date(2026, 5, 1) + timedelta(days=n) for n in range(31)]
OWN = {"source_system": "bamboohr", "employee_number": "1"}
LEAVERS = "end_date date"
OFF = "off_date date; off_hours decimal(9, 4); pending_hours decimal(9, 4)"


@pytest.fixture
def planted(tmp_path: Path) -> Planted:
    planted = Planted(tmp_path / "warehouse.duckdb")
    planted.rows(
        "int_days__counted",
        [{"calendar_date": day, "fiscal_month": "2026-05"} for day in MONTH],
        "calendar_date date",
    )
    planted.rows(
        "int_people__identified",
        [
            {"record_id": "bamboohr:employee:1", "person_id": "ann"},
            {"record_id": "birdview:person:9", "person_id": "ann"},
        ],
    )
    planted.common(
        "hr", "employees", [OWN | {"employee_name": "Ann", "end_date": "2026-05-28"}]
    )
    part_time = {"valid_from": "2026-05-18", "weekly_hours": 20, "work_days": "mon tue"}
    planted.common(
        "hr",
        "contracts",
        [
            OWN | {"valid_from": "2026-05-04", "weekly_hours": 40},
            OWN | part_time,
        ],
    )
    off = {"record_id": "birdview:person:9", "pending_hours": 0, "is_in_psa": False}
    planted.rows(
        "int_days_off__listed",
        [
            off | {"off_date": "2026-05-05", "off_hours": 3, "is_holiday": False},
            off | {"off_date": "2026-05-06", "off_hours": 24, "is_holiday": True},
            off
            | {"off_date": "2026-05-07", "off_hours": 0, "is_holiday": False}
            | {"pending_hours": 8},
        ],
        OFF + "; is_holiday boolean; is_in_psa boolean",
    )
    planted.build("int_contracts__dated", "capacity")
    return planted


def hours(planted: Planted, columns: str) -> dict[str, tuple[Decimal, ...]]:
    with duckdb.connect(str(planted.path), read_only=True) as opened:
        rows = opened.execute(
            f"select capacity_date, {columns} from intermediate.capacity"
        ).fetchall()
    return {f"{day:%d}": rest for day, *rest in rows}


def test_capacity_follows_the_contract_of_the_day(planted: Planted) -> None:
    found = {day: row[0] for day, row in hours(planted, "contract_hours").items()}

    full = [f"{n:02}" for n in (4, 5, 6, 7, 8, 11, 12, 13, 14, 15)]
    part = ["18", "19", "25", "26"]
    assert found == dict.fromkeys(full, 8) | dict.fromkeys(part, 10)


def test_time_off_and_holidays_leave_what_is_left(planted: Planted) -> None:
    found = hours(planted, "capacity_hours, off_hours, pending_hours")

    assert found["04"] == [8, 0, 0]
    assert found["05"] == [5, 3, 0]
    assert found["06"] == [0, 8, 0]
    assert found["07"] == [8, 0, 8]


def test_a_booking_conflicts_with_what_is_left(planted: Planted) -> None:
    booked = {"person_id": "ann", "project_record_id": "birdview:project:1"}
    planted.rows(
        "int_bookings__dated",
        [booked | {"calendar_date": f"2026-05-{n:02}"} for n in (*range(4, 9), 29)],
        "calendar_date date; allocated_hours integer default 6",
    )

    ann = {"person_id": "ann", "person_name": "Ann", "end_date": "2026-05-28"}
    planted.rows("people", [ann], LEAVERS)
    planted.build("time_off_conflicts")

    with duckdb.connect(str(planted.path), read_only=True) as opened:
        found = opened.execute(
            "select day(conflict_date), conflict_kind, conflict_hours "
            "from intermediate.time_off_conflicts order by 1"
        ).fetchall()
    assert found == [
        (5, "time_off", 1),
        (6, "holiday", 6),
        (7, "pending_time_off", 6),
        (29, "after_leaving", 6),
    ]
