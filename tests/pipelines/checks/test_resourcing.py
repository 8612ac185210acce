"""Staffing that cannot work is told once, and by nobody else."""

from datetime import date, timedelta
from pathlib import Path

import duckdb
import pytest
from planted import Planted

BOOKED = "calendar_date date; allocated_hours decimal(18, 4)"
DAYS = "conflict_date date; conflict_hours decimal(18, 4); is_ahead boolean"
LOGGED = (
    "work_date date; hours decimal(18, 4); bill_rate decimal(18, 4); "
    "is_billable boolean; work_at_plan_rate_amount decimal(18, 2)"
)


@pytest.fixture
def planted(tmp_path: Path) -> Planted:
    planted = Planted(tmp_path / "warehouse.duckdb")
    planted.rows(
        "int_people__identified",
        [
            {"record_id": "birdview:person:9", "person_id": "ann"},
            {"record_id": "bamboohr:employee:1", "person_id": "ann"},
        ],
    )
    planted.rows(
        "people",
        [
            {
                "person_id": "ann",
                "person_name": "Ann Lee",
                "start_date": "2026-01-05",
                "end_date": "2026-06-12",
            }
        ],
        "start_date date; end_date date",
    )
    planted.rows(
        "int_days__counted",
        [
            {"calendar_date": date(2026, 6, 1) + timedelta(days=n), "fiscal_month": "6"}
            for n in range(30)
        ],
        "calendar_date date",
    )
    return planted


def rows(planted: Planted, sql: str) -> list[tuple[object, ...]]:
    with duckdb.connect(str(planted.path), read_only=True) as opened:
        return opened.execute(sql).fetchall()


def test_a_day_off_that_the_psa_knows_is_no_fault_of_a_booking(
    planted: Planted,
) -> None:
    booking = {"person_id": "ann", "project_record_id": "birdview:project:1"}
    planted.rows(
        "int_bookings__dated",
        [
            booking | {"calendar_date": f"2026-06-{day:02}", "allocated_hours": 6}
            for day in (8, 9, 10, 15)
        ],
        BOOKED,
    )
    conflict = booking | {"conflict_hours": 6, "is_ahead": True}
    planted.rows(
        "time_off_conflicts",
        [
            conflict
            | {"conflict_date": f"2026-06-{day:02}", "conflict_kind": kind}
            | {"is_time_off_in_psa": is_known}
            for day, kind, is_known in (
                (8, "time_off", True),
                (9, "time_off", False),
                (10, "pending_time_off", False),
                (15, "after_leaving", False),
            )
        ],
        DAYS + "; is_time_off_in_psa boolean",
    )

    planted.build("int_booking_faults__summed")

    assert rows(
        planted,
        "select fault, fault_hours, n_days, day(first_date) "
        "from intermediate.int_booking_faults__summed order by fault",
    ) == [("booked_after_leaving", 6, 1, 15), ("booked_on_day_off", 6, 1, 9)]


def test_hours_need_a_rate_where_time_is_billed_and_a_contract_that_day(
    planted: Planted,
) -> None:
    projects = {"timed": "time_and_materials", "fixed": "fixed_fee"}
    planted.rows(
        "projects",
        [
            {"project_id": key, "record_id": f"birdview:project:{key}"}
            | {"billing_type": kind, "currency_code": "USD"}
            for key, kind in projects.items()
        ],
    )
    planted.rows(
        "capacity",
        [
            {"person_id": "ann", "capacity_date": "2026-05-06"}
            | {"contract_hours": 8, "capacity_hours": 0}
        ],
        "capacity_date date; contract_hours integer; capacity_hours integer",
    )
    planted.rows(
        "int_time_entries__valued",
        [
            {"record_id": f"birdview:time_entry:{n}", "person_id": "9", "hours": 2}
            | {"project_id": project, "work_date": day, "bill_rate": rate}
            | {"is_billable": True, "work_at_plan_rate_amount": 300}
            for n, (project, day, rate) in enumerate(
                [
                    ("timed", "2026-05-04", 150),
                    ("timed", "2026-05-05", 0),
                    ("fixed", "2026-05-05", 0),
                    ("fixed", "2026-05-06", 0),
                    ("fixed", "2026-01-02", 0),
                    ("timed", "2026-06-15", 150),
                ]
            )
        ],
        LOGGED,
    )

    planted.build("int_time_faults__summed")

    assert rows(
        planted,
        "select fault, project_id, fault_hours, unpriced_amount "
        "from intermediate.int_time_faults__summed order by fault",
    ) == [
        ("none", "timed", 2, 0),
        ("rate_missing", "timed", 2, 300),
        ("time_after_leaving", "timed", 2, 0),
        ("time_before_joining", "fixed", 2, 0),
        ("time_on_day_off", "fixed", 2, 0),
    ]
