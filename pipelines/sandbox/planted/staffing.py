"""Bookings that cannot be kept: on a day off, after leaving, without a certificate."""

from collections.abc import Sequence
from datetime import date, timedelta
from decimal import Decimal

from pipelines.sandbox.dates import AS_OF, at, working_day
from pipelines.sandbox.draft import Draft, Row
from pipelines.sandbox.staff import Person
from pipelines.sandbox.truths import Answer, Truths

SOON = working_day(AS_OF, 8)


def plant_in_staffing(draft: Draft, people: Sequence[Person], truths: Truths) -> None:
    """Plant one of each on bookings that are still to come."""
    known = {person.person_id: person for person in people if person.person_id}
    ahead = [
        row
        for row in draft.rows("psa", "allocations")
        if row["to_date"] > SOON and row["person_id"] in known
    ]
    away = next(row for row in ahead if not known[row["person_id"]].left)
    first = min(
        row["project_id"] for row in ahead if row["person_id"] == away["person_id"]
    )
    draft.add(
        "hr",
        "time_off",
        employee_number=known[away["person_id"]].number,
        off_date=SOON,
        off_hours=Decimal(8),
        status="approved",
        approved_at=at(AS_OF - timedelta(days=2), 15),
    )
    _answer(truths, first, "booked_on_day_off", SOON)
    leaver = next(p for p in reversed(people) if p.left and p.person_id)
    project_id = ahead[-1]["project_id"]
    draft.add(
        "psa",
        "allocations",
        project_id=project_id,
        person_id=leaver.person_id,
        from_date=SOON,
        to_date=SOON,
        hours_per_day=Decimal(6),
        role=leaver.role,
        is_soft=False,
    )
    _answer(truths, project_id, "booked_after_leaving", SOON)
    _let_a_certificate_end(draft, known, ahead, truths)


def _let_a_certificate_end(
    draft: Draft, known: dict[str, Person], ahead: Sequence[Row], truths: Truths
) -> None:
    for needed in draft.rows("psa", "required_skills"):
        for row in ahead:
            if row["project_id"] != needed["project_id"]:
                continue
            number = known[row["person_id"]].number
            for held in draft.where(
                "hr", "skills", employee_number=number, skill=needed["skill"]
            ):
                held["valid_to"] = AS_OF - timedelta(days=10)
                _answer(truths, row["project_id"], "certificate_expired", SOON)
                return


def _answer(truths: Truths, project_id: str, fault: str, on: date) -> None:
    truths.plant(
        Answer("resourcing_faults", "psa", "project", project_id, detail=fault, on=on)
    )
