"""The people as HR and PSA keep them: contracts, skills, allocations."""

from collections.abc import Sequence
from datetime import timedelta
from decimal import Decimal
from random import Random

from pipelines.sandbox.dates import AS_OF, at, month_after, working_day
from pipelines.sandbox.draft import Draft
from pipelines.sandbox.jobs import Job
from pipelines.sandbox.paying import write_cost_rate
from pipelines.sandbox.staff import Person
from pipelines.sandbox.truths import Answer, Truths

SKILLS = ("SQL", "Python", "Process mapping", "Change management", "Cloud")
N_UNNUMBERED = 4
"""How many people PSA knows without their employee number."""
SECOND_ADDRESSES = (
    "{}@meridian-advisory.example",
    "{}+projects@meridian.example",
)
"""Where the people who are in PSA twice are written to: the firm's former domain, and a
tag that mail systems ignore. A PSA makes nobody a user without an address."""


def employ(
    draft: Draft, random: Random, people: Sequence[Person], truths: Truths
) -> None:
    """Write everybody into HR, delivery into PSA too, and two of them there twice."""
    for person in people:
        _write_hr(draft, random, person)
        truths.is_("hr", "employee", person.number, person.key)
    delivery = [person for person in people if person.person_id]
    for position, person in enumerate(delivery):
        is_numbered = position % (len(delivery) // N_UNNUMBERED) != 3
        _write_psa(draft, person, person.person_id or "", is_numbered, truths)
    twice = (delivery[5], delivery[20])
    for person, address in zip(twice, SECOND_ADDRESSES, strict=True):
        first = person.person_id or ""
        second = str(int(first) + 1)
        _write_psa(draft, person, second, False, truths)
        row = draft.get("psa", "people", second)
        row["work_email"] = address.format(person.email.partition("@")[0])
        row["person_name"] = _short(person.name)
        truths.plant(
            Answer("duplicate_people", "psa", "person", second, other_record_id=first)
        )
        truths.plant(
            Answer("drifting_fields", "psa", "person", second, detail="work_email")
        )


def _short(name: str) -> str:
    first, _, last = name.partition(" ")
    return f"{last}, {first}"


def _write_hr(draft: Draft, random: Random, person: Person) -> None:
    draft.add(
        "hr",
        "employees",
        employee_number=person.number,
        employee_name=person.name,
        work_email=person.email,
        job_title=person.role.capitalize(),
        role=person.role,
        level=person.role,
        department=person.department,
        manager_employee_number="1001",
        location=person.location,
        start_date=person.joined,
        end_date=person.left,
        is_active=person.left is None,
    )
    draft.add(
        "hr",
        "contracts",
        employee_number=person.number,
        valid_from=person.joined,
        valid_to=person.left,
        weekly_hours=Decimal(40),
        fte=Decimal(1),
        work_days="mon tue wed thu fri",
    )
    write_cost_rate(draft, person.number, person.role, person.joined)
    for skill in random.sample(SKILLS, 2):
        draft.add(
            "hr",
            "skills",
            employee_number=person.number,
            skill=skill,
            level=random.choice(("basic", "advanced")),
            valid_to=AS_OF + timedelta(days=random.randrange(60, 700)),
        )


def _write_psa(
    draft: Draft, person: Person, person_id: str, is_numbered: bool, truths: Truths
) -> None:
    draft.add(
        "psa",
        "people",
        person_id=person_id,
        person_name=person.name,
        work_email=person.email,
        employee_number=person.number if is_numbered else None,
        role=person.role,
        is_active=person.left is None,
        start_date=person.joined,
        end_date=person.left,
        created_at=at(working_day(person.joined - timedelta(days=7))),
        deactivated_at=at(person.left, 19) if person.left else None,
    )
    truths.is_("psa", "person", person_id, person.key)


def allocate(draft: Draft, random: Random, jobs: Sequence[Job]) -> None:
    """Write who is booked on which job, and the skills that its next months need."""
    for job in jobs:
        for person, role in job.team:
            draft.add(
                "psa",
                "allocations",
                project_id=job.project_id,
                person_id=person.person_id,
                from_date=job.start,
                to_date=job.end,
                hours_per_day=Decimal(2),
                role=role,
                is_soft=False,
            )
        if job.end > AS_OF and job.number % 3 == 0:
            draft.add(
                "psa",
                "required_skills",
                project_id=job.project_id,
                month=month_after(AS_OF.replace(day=1)),
                skill=random.choice(SKILLS),
                required_hours=Decimal(random.randrange(2, 9) * 8),
            )
