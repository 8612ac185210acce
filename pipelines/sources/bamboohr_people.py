"""How BambooHR is read: the people first, then what their tables say about them."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from pipelines.sources import Page, Record, SourceError, paging
from pipelines.sources.http import Client

PAGE = 500
BEGINNING = "1970-01-01T00:00:00Z"

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


class People:
    """The people of one account for one night: remembers their numbers."""

    def __init__(self, client: Client, fields: Mapping[str, str], today: date) -> None:
        self._client = client
        self._fields = fields
        self._today = today
        self._numbers: dict[str, str] = {}
        self._first_year = today.year

    def employees(self) -> Iterator[Page]:
        """Yield everybody, former employees too."""
        fields = EMPLOYEE | self._own("employees", ("role", "level", "company_id"))
        people = [
            {name: _told(row["fields"].get(field)) for name, field in fields.items()}
            for page in self._dataset("employee", list(fields.values()))
            for row in page
        ]
        for person in people:
            self._numbers[person["id"]] = person["employee_number"]
            hired = int((person["hire_date"] or str(self._today))[:4])
            self._first_year = min(self._first_year, hired)
        for person in people:
            manager = self._numbers.get(person.pop("supervisor_id") or "")
            person["manager_employee_number"] = manager
        yield people

    def deleted(self) -> Iterator[Page]:
        """Yield everybody whose record was deleted altogether."""
        body = self._client.get(
            "/api/v1/employees/changed",
            "deleted_employees",
            {"since": BEGINNING, "type": "deleted"},
        )
        yield [
            {"id": person["id"], "deleted_at": person["lastChanged"]}
            for person in self._by_person(body, "deleted_employees").values()
        ]

    def job_info(self) -> Iterator[Page]:
        """Yield what each person did from which day on."""
        return self._table("jobInfo", "job_info", JOB)

    def employment_status(self) -> Iterator[Page]:
        """Yield under which hours each person worked from which day on."""
        own = self._own("contracts", ("weekly_hours", "fte", "work_days", "valid_to"))
        return self._table("employmentStatus", "employment_status", STATUS | own)

    def time_off_days(self) -> Iterator[Page]:
        """Yield each day off that was asked for, since the first person was hired.

        A request over New Year is told in both years and kept once.
        """
        for year in range(self._first_year, self._today.year + 3):
            requests = paging.records(
                self._client.system,
                "time_off_days",
                self._client.get(
                    "/api/v1/time_off/requests",
                    "time_off_days",
                    {
                        "start": f"{year}-01-01",
                        "end": f"{year}-12-31",
                        "excludeNote": "1",
                    },
                ),
            )
            yield [
                {
                    "request_id": request["id"],
                    "off_date": day,
                    "employee_id": request["employeeId"],
                    "employee_number": self._numbers.get(str(request["employeeId"])),
                    "amount": amount,
                    "unit": request["amount"]["unit"],
                    "status": request["status"]["status"],
                    "status_changed_on": _told(request["status"]["lastChanged"]),
                }
                for request in requests
                for day, amount in request["dates"].items()
            ]

    def _dataset(self, name: str, fields: list[str]) -> Iterator[list[Record]]:
        came, total = 0, None

        def turn(page: int) -> tuple[list[Record], int | None]:
            nonlocal came, total
            body = self._client.post(
                f"/api/v2/datasets/{name}/data",
                "employees",
                {"fields": fields, "page": page, "pageSize": PAGE},
            )
            rows = paging.records(self._client.system, "employees", body, "data")
            came, total = came + len(rows), body["meta"]["totalItems"]
            return rows, page + 1 if page < body["meta"]["totalPages"] else None

        yield from self._client.lists("employees", 1, turn)
        paging.agree(self._client.system, "employees", total, came)

    def _table(
        self, name: str, resource: str, fields: Mapping[str, str]
    ) -> Iterator[Page]:
        body = self._client.get(
            f"/api/v1/employees/changed/tables/{name}", resource, {"since": BEGINNING}
        )
        yield [
            {raw: _told(row.get(field)) for raw, field in fields.items()}
            | {
                "employee_id": key,
                "employee_number": self._numbers.get(key),
                "row_number": position,
            }
            for key, person in self._by_person(body, resource).items()
            for position, row in enumerate(person["rows"], start=1)
        ]

    def _by_person(self, body: Any, resource: str) -> Mapping[str, Record]:
        people = body.get("employees") if isinstance(body, dict) else None
        if not isinstance(people, dict):
            # An empty object is written as an empty list.
            if people == []:
                return {}
            raise SourceError(
                self._client.system,
                resource,
                "the answer has no `employees`. Nothing was loaded; check the API.",
            )
        return people

    def _own(self, table: str, names: tuple[str, ...]) -> dict[str, str]:
        """Return the firm's own fields for columns that BambooHR does not have."""
        told = {name: self._fields.get(f"{table}.{name}") for name in names}
        return {name: field for name, field in told.items() if field}


def _told(value: Any) -> Any:
    return None if value in ("", "0000-00-00") else value
