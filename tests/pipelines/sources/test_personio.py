"""Personio: what is asked, and what an answer means."""

from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Any

import pytest

from pipelines.sandbox.speaks.personio import Personio
from pipelines.sources import TableError, personio
from pipelines.sources.personio_answers import days
from tests.pipelines.sandbox.tiny_world import TinyWorld, employee
from tests.pipelines.sources.personio_account import read


def off(number: str, day: date, hours: str = "8", **said: Any) -> dict[str, Any]:
    approved = datetime(2026, 4, 1, 9)
    return {
        "employee_number": number,
        "off_date": day,
        "off_hours": Decimal(hours),
        "status": "approved",
        "approved_at": approved,
    } | said


def contract(number: str = "1001", hours: str = "40") -> dict[str, Any]:
    return {
        "employee_number": number,
        "valid_from": date(2025, 1, 1),
        "weekly_hours": Decimal(hours),
        "work_days": "mon tue wed thu fri",
    }


def test_long_lists_come_whole_though_their_offsets_count_different_things() -> None:
    people = [employee(f"{n}") for n in range(250)]
    days = [off(f"{n}", date(2026, 5, 4 + 2 * k)) for n in range(250) for k in (0, 1)]
    voice = Personio(TinyWorld(hr_employees=people, hr_time_off=days))
    found, asked = read(voice)
    assert sorted(row["employee_number"] for row in found["employees"]) == sorted(
        row["employee_number"] for row in people
    )
    assert len(found["time_offs"]) == 500
    offsets = [one.query["offset"] for one in asked if one.path.endswith("time-offs")]
    assert offsets == ["0", "1", "2", "3", "4", "5"]


def test_every_answer_hands_out_the_next_token_and_an_ended_one_is_asked_anew() -> None:
    people = [employee(f"{n}") for n in range(3_000)]
    found, asked = read(Personio(TinyWorld(hr_employees=people)))
    tokens = [one.headers["authorization"] for one in asked]
    assert len(found["employees"]) == 3_000
    assert len(set(tokens)) >= 30


def test_what_is_private_is_never_asked_for() -> None:
    _, asked = read(Personio(TinyWorld(hr_employees=[employee()])))
    (said,) = (
        one.query["attributes[]"] for one in asked if one.path.endswith("/employees")
    )
    assert not {"fix_salary", "gender", "hourly_salary"} & set(said.split(","))
    assert {"weekly_working_hours", "work_schedule"} <= set(said.split(","))


def test_an_attribute_is_found_by_its_label_and_a_wrong_one_is_named() -> None:
    voice = Personio(TinyWorld(hr_employees=[employee(level="senior")]))
    found, _ = read(voice, employees__level="Level")
    assert found["employees"][0]["level"] == "senior"
    with pytest.raises(TableError, match=r"no attribute is called 'Levl'.*personio"):
        read(voice, employees__level="Levl")


def test_days_and_hours_of_an_absence_follow_the_schedule() -> None:
    monday = date(2026, 5, 4)
    away = [off("1001", monday + timedelta(days=n), "6") for n in range(2)]
    away.append(off("1001", monday + timedelta(days=2), "3"))
    world = TinyWorld(
        hr_employees=[employee()], hr_contracts=[contract(hours="30")], hr_time_off=away
    )
    found, _ = read(Personio(world))
    told = {
        row["off_date"]: (row["share"], row["scheduled_hours"])
        for row in found["time_offs"]
    }
    assert [share * hours for share, hours in told.values()] == [6, 6, 3]


def test_a_new_schedule_stands_beside_the_one_of_earlier_nights() -> None:
    world = TinyWorld(hr_employees=[employee()], hr_contracts=[contract(hours="30")])
    found, _ = read(Personio(world))
    (row,) = found["contracts"]
    assert (row["valid_from"], row["weekly_working_hours"]) == ("2025-01-01", "30")
    assert not personio.CONTRACTS.is_complete_list
    assert personio.CONTRACTS.key == ("employee_id", "valid_from")


def test_half_days_and_holidays_keep_the_number_of_days_that_personio_counts() -> None:
    absence = {
        "id": 7,
        "status": "approved",
        "start_date": "2026-05-22T00:00:00+02:00",
        "end_date": "2026-05-26T00:00:00+02:00",
        "days_count": Decimal("1.5"),
        "half_day_start": 1,
        "half_day_end": 0,
        "employee": {"attributes": {"id": {"value": 9}}},
    }
    told = days(absence, {}, numbers_are_ids=True)
    assert [row["off_date"].day for row in told] == [22, 25, 26]
    assert sum(row["share"] for row in told) == Decimal("1.5")
    assert {row["employee_number"] for row in told} == {"9"}
