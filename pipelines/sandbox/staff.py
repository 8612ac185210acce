"""The people of the invented firm: who works in which role, where and since when."""

from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from pipelines.sandbox import names

ROLES = ("analyst",) * 14 + ("consultant",) * 14 + ("senior",) * 10 + ("principal",) * 4
"""One word a person of delivery."""

_OTHERS = (
    ("manager", "Delivery", 5),
    ("seller", "Sales", 4),
    ("accountant", "Finance", 2),
    ("people partner", "People", 1),
)
LOCATIONS = ("New York", "New York", "London", "Berlin")


@dataclass(frozen=True)
class Person:
    """One true person: the same in HR and, for delivery, in PSA."""

    key: str
    name: str
    email: str
    role: str
    department: str
    location: str
    number: str
    """The employee number; HR owns it."""

    person_id: str | None
    """The id in PSA; none for people who log no time."""

    joined: date
    left: date | None = None


def people(random: Random, taken: set[str]) -> list[Person]:
    """Return everybody but the people of the worked examples."""
    wanted = [(role, "Delivery") for role in ROLES]
    wanted += [(role, dept) for role, dept, n in _OTHERS for _ in range(n)]
    found = []
    for number, (role, department) in enumerate(wanted, start=1):
        name = names.person(random, taken)
        is_late = department == "Delivery" and number % 9 == 0
        joined = date(2025, 3, 3) if is_late else date(2023, 1, 9)
        joined += timedelta(days=7 * random.randrange(0, 24))
        found.append(
            Person(
                key=f"person:{number:02}",
                name=name,
                email=f"{name.lower().replace(' ', '.')}@meridian.example",
                role=role,
                department=department,
                location=LOCATIONS[number % len(LOCATIONS)],
                number=str(1100 + number),
                person_id=str(520 + number * 2) if department == "Delivery" else None,
                joined=joined,
                left=date(2026, 1, 30) if number in (17, 31) else None,
            )
        )
    return found


def of_role(found: list[Person], role: str) -> list[Person]:
    """Return the people of one role."""
    return [person for person in found if person.role == role]
