"""Every day of work of everybody: which project, how long, and when it was approved."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from random import Random

from pipelines.sandbox.dates import (
    AS_OF,
    at,
    submitted_on,
    working_day,
    working_days,
)
from pipelines.sandbox.draft import Draft
from pipelines.sandbox.jobs import Job
from pipelines.sandbox.staff import Person

FIRST_DAY = date(2024, 6, 3)
INTERNAL = "7001"
"""The project on which nobody bills: training, proposals, the bench."""

_SPLITS = ((8,), (8,), (5, 3), (4, 4), (6, 2))


@dataclass
class Entry:
    """One entry of a time sheet."""

    entry_id: str
    job: Job | None
    """None is internal work."""

    person: Person
    role: str
    day: date
    hours: Decimal
    approver: str
    approved: date | None
    is_billable: bool = True
    reason: str | None = None
    is_withheld: bool = False
    """Approved, and forgotten by every billing run."""

    @property
    def project_id(self) -> str:
        """Return the PSA project it was logged on."""
        return self.job.project_id if self.job else INTERNAL

    @property
    def rate(self) -> Decimal | None:
        """Return the contract rate; only work by time and materials has one."""
        if self.job and self.job.kind == "time_and_materials":
            return self.job.rates[self.role]
        return None


def entries(
    random: Random,
    jobs: Sequence[Job],
    people: Sequence[Person],
    absent: set[tuple[str, date]],
) -> list[Entry]:
    """Return all time up to the last working day, in the order of its days."""
    theirs: dict[str, list[tuple[Job, str]]] = defaultdict(list)
    for job in jobs:
        for person, role in job.team:
            theirs[person.key].append((job, role))
    delivery = [person for person in people if person.person_id]
    found: list[Entry] = []
    for day in working_days(FIRST_DAY, AS_OF):
        lag = {p: working_day(submitted_on(day), 1 + p % 2) for p in (0, 1)}
        for position, person in enumerate(delivery):
            if _is_here(person, day) and (person.key, day) not in absent:
                active = [
                    x for x in theirs[person.key] if x[0].start <= day <= x[0].end
                ]
                found += _day(
                    random,
                    person,
                    day,
                    active,
                    approved=lag[position % 2],
                    before=len(found),
                )
    return found


def _is_here(person: Person, day: date) -> bool:
    return person.joined <= day and (person.left is None or day <= person.left)


def _day(
    random: Random,
    person: Person,
    day: date,
    active: list[tuple[Job, str]],
    *,
    approved: date,
    before: int,
) -> list[Entry]:
    split = random.choice(_SPLITS) if len(active) > 1 else (8,)
    turn = (day - FIRST_DAY).days + random.randrange(2)
    made = []
    for position, hours in enumerate(split):
        on = active[(turn + position) % len(active)] if active else (None, person.role)
        made.append(
            Entry(
                entry_id=str(900001 + before + position),
                job=on[0],
                person=person,
                role=on[1],
                day=day,
                hours=Decimal(hours),
                approver=on[0].manager if on[0] else "pm.lee@meridian.example",
                approved=approved if approved <= AS_OF else None,
                is_billable=on[0] is not None,
                reason=None if on[0] else "internal",
            )
        )
    return made


def write_time(draft: Draft, found: Sequence[Entry]) -> None:
    """Write every entry; what is not approved yet was handed in and waits."""
    for entry in found:
        submitted = at(submitted_on(entry.day), 20)
        approved: datetime | None = at(entry.approved, 15) if entry.approved else None
        draft.add(
            "psa",
            "time_entries",
            time_entry_id=entry.entry_id,
            project_id=entry.project_id,
            person_id=entry.person.person_id,
            work_date=entry.day,
            hours=entry.hours,
            role=entry.role,
            bill_rate=entry.rate,
            is_billable=entry.is_billable,
            non_billable_reason=entry.reason,
            status="approved" if approved else "submitted",
            submitted_at=submitted,
            approved_at=approved,
            approved_by=entry.approver if approved else None,
            updated_at=approved or submitted,
        )
