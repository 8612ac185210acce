"""BambooHR: what is asked, and what an answer means."""

from datetime import date, datetime
from decimal import Decimal
from pathlib import Path

import pytest

from pipelines.firm import Connection, Firm, FirmError
from pipelines.sandbox.speaks.bamboohr import SECRETS, BambooHR
from pipelines.sources import Record, bamboohr
from pipelines.sources.auth import Basic
from tests.pipelines.sandbox.tiny_world import TinyWorld, employee
from tests.pipelines.sources.hearing import client_of

CONNECTION = Connection("hr", "bamboohr", "bamboohr")
FIRM = Firm("Tiny", "USD", (CONNECTION,), Path(), as_of=date(2026, 5, 31))


def read(world: TinyWorld) -> dict[str, list[Record]]:
    """Return every record of every table."""
    client, _, _ = client_of(BambooHR(world), Basic(SECRETS["BAMBOOHR_API_KEY"], "x"))
    source = bamboohr.source(CONNECTION, FIRM, client)
    return {
        name: [row for page in reader(None) for row in page]
        for name, reader in source.items()
    }


def test_everybody_comes_over_more_than_one_page() -> None:
    people = [employee(str(number)) for number in range(1000, 2200)]
    assert len(read(TinyWorld(hr_employees=people))["employees"]) == 1200


def test_an_empty_date_is_no_date_and_a_manager_is_a_number() -> None:
    boss, worker = employee("1"), employee("2", manager_employee_number="1")
    found = {
        row["employee_number"]: row
        for row in read(TinyWorld(hr_employees=[boss, worker]))["employees"]
    }
    assert found["2"]["termination_date"] is None
    assert found["2"]["manager_employee_number"] == "1"
    assert found["1"]["manager_employee_number"] is None


def test_a_deleted_employee_is_in_the_feed_of_deletions() -> None:
    found = read(TinyWorld(hr_employees=[employee(is_deleted=True)]))
    assert found["employees"] == []
    assert len(found["deleted_employees"]) == 1


def test_days_off_are_single_days_and_nobody_learns_why() -> None:
    off = [
        {
            "employee_number": "1001",
            "off_date": day,
            "off_hours": Decimal(8),
            "status": "approved",
            "approved_at": datetime(2025, 12, 1, 15),
        }
        for day in (date(2025, 12, 31), date(2026, 1, 2))
    ]
    found = read(TinyWorld(hr_employees=[employee()], hr_time_off=off))
    days = {row["off_date"]: row["amount"] for row in found["time_off_days"]}
    assert days == {"2025-12-31": "8", "2026-01-02": "8"}
    assert not {"type", "notes"} & found["time_off_days"][0].keys()


def test_an_account_that_nobody_named_is_asked_for() -> None:
    with pytest.raises(FirmError, match=r"\[links\] does not say its account"):
        bamboohr.client(
            CONNECTION, FIRM, bamboohr.BASE_ADDRESS, {"BAMBOOHR_API_KEY": "key"}
        )
