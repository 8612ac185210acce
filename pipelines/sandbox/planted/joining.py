"""What HR knows and the PSA was never told: who joined, who is away, who left."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from pipelines.sandbox.dates import AS_OF
from pipelines.sandbox.draft import Draft
from pipelines.sandbox.staff import Person
from pipelines.sandbox.truths import Answer, Truths

JOINED = date(2026, 5, 11)


def plant_in_joining(draft: Draft, people: Sequence[Person], truths: Truths) -> None:
    """Let one leaver stay active, one absence stay in HR, one hire stay unknown."""
    for person in [p for p in people if p.left and p.person_id][:1]:
        row = draft.get("psa", "people", person.person_id)
        row |= {"is_active": True, "deactivated_at": None, "end_date": None}
        _answer(truths, person.number, person.key)
    away = [p for p in people if p.person_id and not p.left][7]
    off = max(
        row["off_date"]
        for row in draft.where("psa", "time_off", person_id=away.person_id)
        if row["off_date"] <= AS_OF
    )
    draft.remove("psa", "time_off", away.person_id, off, Decimal(8))
    _answer(truths, away.number, away.key)
    _join(draft, truths)


def _join(draft: Draft, truths: Truths) -> None:
    number = "1190"
    draft.add(
        "hr",
        "employees",
        employee_number=number,
        employee_name="Wanda Ostrelune",
        work_email="wanda.ostrelune@meridian.example",
        job_title="Analyst",
        role="analyst",
        level="analyst",
        department="Delivery",
        manager_employee_number="1001",
        location="London",
        start_date=JOINED,
        is_active=True,
    )
    draft.add(
        "hr",
        "contracts",
        employee_number=number,
        valid_from=JOINED,
        weekly_hours=Decimal(40),
        fte=Decimal(1),
        work_days="mon tue wed thu fri",
    )
    truths.is_("hr", "employee", number, "person:new")
    _answer(truths, number, "person:new")


def _answer(truths: Truths, record_id: str, key: str) -> None:
    truths.plant(
        Answer("late_handoffs", "hr", "employee", record_id, client=None, detail=key)
    )
