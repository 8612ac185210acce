"""The people of the worked examples, in PSA and HR."""

from datetime import date
from decimal import Decimal

from pipelines.sandbox.dates import at
from pipelines.sandbox.draft import Draft
from pipelines.sandbox.paying import write_cost_rate

MANAGER = "R-1"
SENIOR = "R-2"
ANALYST = "R-3"
PRINCIPAL = "R-4"
SENIOR_ABROAD = "R-5"
ANALYST_ABROAD = "R-6"

_PEOPLE = (
    (MANAGER, "1001", "Lee Parmont", "pm.lee", "manager", "New York"),
    (SENIOR, "1002", "Sana Okwell", "sana.okwell", "senior", "New York"),
    (ANALYST, "1003", "Ivo Brandell", "ivo.brandell", "analyst", "New York"),
    (PRINCIPAL, "1004", "Mara Quince", "mara.quince", "principal", "New York"),
    (SENIOR_ABROAD, "1005", "Tobin Hale", "tobin.hale", "senior", "Berlin"),
    (ANALYST_ABROAD, "1006", "Wren Castor", "wren.castor", "analyst", "Berlin"),
)


def write_people(draft: Draft) -> None:
    """Write six people who joined before the records begin."""
    joined = date(2023, 9, 4)
    for person_id, number, name, mailbox, role, location in _PEOPLE:
        email = f"{mailbox}@meridian.example"
        draft.add(
            "psa",
            "people",
            person_id=person_id,
            person_name=name,
            work_email=email,
            employee_number=number,
            role=role,
            is_active=True,
            start_date=joined,
            created_at=at(date(2023, 8, 28)),
        )
        draft.add(
            "hr",
            "employees",
            employee_number=number,
            employee_name=name,
            work_email=email,
            job_title=role.capitalize(),
            role=role,
            level=role,
            department="Delivery",
            manager_employee_number=None if person_id == MANAGER else "1001",
            location=location,
            start_date=joined,
            is_active=True,
        )
        draft.add(
            "hr",
            "contracts",
            employee_number=number,
            valid_from=joined,
            weekly_hours=Decimal(40),
            fte=Decimal(1),
            work_days="mon tue wed thu fri",
        )
        write_cost_rate(draft, number, role, joined)
