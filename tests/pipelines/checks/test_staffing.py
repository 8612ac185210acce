"""Hours of the whole firm: what was worked, what is booked and what is free."""

from decimal import Decimal
from pathlib import Path

import duckdb
import pytest
from planted import Planted

DAYS = ("2026-05-29", "2026-06-01", "2026-06-02")
HOURS = "capacity_date date; capacity_hours decimal(9, 4)"


@pytest.fixture
def planted(tmp_path: Path) -> Planted:
    return Planted(tmp_path / "warehouse.duckdb")


def measured(planted: Planted, model: str) -> dict[str, Decimal]:
    with duckdb.connect(str(planted.path), read_only=True) as opened:
        rows = opened.execute(
            f"select measure, sum(measure_amount) from intermediate.{model} group by 1"
        ).fetchall()
    return {measure: amount for measure, amount in rows if amount}


def staffed(planted: Planted, people: str) -> dict[str, Decimal]:
    """Return the hours of a firm in which ``e`` left on 29 May and is booked later."""
    planted.rows(
        "capacity",
        [
            {"person_id": one, "capacity_date": day, "capacity_hours": 8, "period": "x"}
            for one in people
            for day in (DAYS[:1] if one == "e" else DAYS)
        ],
        HOURS,
    )
    planted.rows(
        "int_bookings__dated",
        [
            {"person_id": one, "calendar_date": DAYS[1], "allocated_hours": 8}
            for one in "ae"
        ],
        "calendar_date date; allocated_hours integer; soft_hours integer",
    )
    planted.rows(
        "int_people__identified",
        [{"record_id": f"p:person:{one}", "person_id": one} for one in people],
    )
    planted.common(
        "psa",
        "time_entries",
        [
            {
                "source_system": "p",
                "time_entry_id": status,
                "person_id": "a",
                "work_date": DAYS[0],
                "hours": hours,
                "status": status,
                "is_billable": status != "ours",
            }
            for status, hours in (
                ("approved", 4),
                ("submitted", 2),
                ("rejected", 1),
                ("draft", 1),
                ("ours", 1),
            )
        ],
    )
    planted.build("int_staffing__dated", "int_staffing__measured")
    return measured(planted, "int_staffing__measured")


def test_who_left_is_no_bench_and_their_bookings_are_no_hours(
    planted: Planted,
) -> None:
    """That their bookings stay, and need somebody, is told by the conflicts."""
    found = staffed(planted, "abcde")
    assert (found["billable_hours"], found["capacity_hours"]) == (6, 40)
    assert (found["booked_hours"], found["future_hours"]) == (8, 64)
    for weeks in (4, 8, 12):
        assert found[f"free_{weeks}_weeks"] == 56
        assert found[f"capacity_{weeks}_weeks"] == 64


def test_hours_of_fewer_than_five_people_are_nobodys_business(
    planted: Planted,
) -> None:
    assert staffed(planted, "abcd") == {}
