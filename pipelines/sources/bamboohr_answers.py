"""What BambooHR's answers mean: its fields, its empty values, its days off."""

from collections.abc import Mapping
from typing import Any

from pipelines.sources import Record, SourceError

EMPLOYEE = {
    "id": "eeid",
    "employee_number": "employeeNumber",
    "first_name": "firstName",
    "last_name": "lastName",
    "work_email": "email",
    "job_title": "jobInformationJobTitle",
    "department": "jobInformationDepartment",
    "location": "jobInformationLocation",
    "supervisor_id": "supervisorEid",
    "hire_date": "hireDate",
    "termination_date": "terminationDate",
    "status": "status",
}
"""Raw column → field of the dataset `employee`."""

JOB = {
    "effective_date": "date",
    "job_title": "jobTitle",
    "department": "department",
    "division": "division",
    "location": "location",
    "reports_to": "reportsTo",
}
STATUS = {"effective_date": "date", "employment_status": "employmentStatus"}


def told(value: Any) -> Any:
    """Return a value, or None for the ways in which BambooHR writes nothing."""
    return None if value in ("", "0000-00-00") else value


def days(request: Record, numbers: Mapping[str, str]) -> list[Record]:
    """Return one record per day of a request; who asks has a number in ``numbers``."""
    return [
        {
            "request_id": request["id"],
            "off_date": day,
            "employee_id": request["employeeId"],
            "employee_number": numbers.get(str(request["employeeId"])),
            "amount": amount,
            "unit": request["amount"]["unit"],
            "status": request["status"]["status"],
            "status_changed_on": told(request["status"]["lastChanged"]),
        }
        for day, amount in request["dates"].items()
    ]


def by_person(system: str, resource: str, body: Any) -> Mapping[str, Record]:
    """Return what an answer says about each person, by internal id."""
    people = body.get("employees") if isinstance(body, dict) else None
    if people == []:
        # An empty object is written as an empty list.
        return {}
    if not isinstance(people, dict):
        raise SourceError(
            system,
            resource,
            "the answer has no `employees`. Nothing was loaded; check the version.",
        )
    return people
