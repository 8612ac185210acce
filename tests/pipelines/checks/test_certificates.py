"""Whoever is booked holds what the project needs when the booked days begin."""

from pathlib import Path

import duckdb
import pytest
from planted import Planted

BOOKED = "calendar_date date; allocated_hours decimal(18, 4)"


@pytest.mark.parametrize(
    ("valid_to", "is_expired"), [("06-07", True), ("06-08", False)]
)
def test_a_certificate_must_hold_when_the_booked_days_begin(
    tmp_path: Path, valid_to: str, is_expired: bool
) -> None:
    planted = Planted(tmp_path / "warehouse.duckdb")
    records = ("birdview:person:9", "bamboohr:employee:1")
    planted.rows(
        "int_people__identified",
        [{"record_id": record, "person_id": "ann"} for record in records],
    )
    days = [{"calendar_date": f"2026-06-0{n}", "fiscal_month": "6"} for n in (1, 8)]
    planted.rows("int_days__counted", days, "calendar_date date")
    planted.rows(
        "int_bookings__dated",
        [
            {"person_id": "ann", "project_record_id": "birdview:project:1"}
            | {"calendar_date": "2026-06-08", "allocated_hours": 6}
        ],
        BOOKED,
    )
    needed = {"project_id": "1", "month": "2026-06-01", "required_hours": 8}
    planted.common(
        "psa",
        "required_skills",
        [needed | {"source_system": "birdview", "skill": "SQL"}],
    )
    held = {"source_system": "bamboohr", "employee_number": "1", "skill": " sql"}
    planted.common("hr", "skills", [held | {"valid_to": f"2026-{valid_to}"}])

    planted.build("int_certificates__expired")

    with duckdb.connect(str(planted.path), read_only=True) as opened:
        found = opened.execute(
            "select skill, is_expired from intermediate.int_certificates__expired"
        ).fetchall()
    assert found == [("SQL", is_expired)]
