"""How BambooHR is read: the people first, then what their tables say about them."""

from collections.abc import Iterator, Mapping
from datetime import date

from pipelines.sources import Page, Record, paging
from pipelines.sources.bamboohr_answers import (
    EMPLOYEE,
    JOB,
    STATUS,
    by_person,
    days,
    told,
)
from pipelines.sources.http import Client
from pipelines.sources.whole_lists import Counted, whole

PAGE = 500
BEGINNING = "1970-01-01T00:00:00Z"


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
        fields = EMPLOYEE | self._own("employees", "role level company_id")
        people = [
            {name: told(row["fields"].get(field)) for name, field in fields.items()}
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
        said = {"since": BEGINNING, "type": "deleted"}
        body = self._client.get("/api/v1/employees/changed", "deleted_employees", said)
        people = by_person(self._client.system, "deleted_employees", body)
        yield [
            {"id": person["id"], "deleted_at": person["lastChanged"]}
            for person in people.values()
        ]

    def job_info(self) -> Iterator[Page]:
        """Yield what each person did from which day on."""
        return self._table("jobInfo", "job_info", JOB)

    def employment_status(self) -> Iterator[Page]:
        """Yield under which hours each person worked from which day on."""
        own = self._own("contracts", "weekly_hours fte work_days valid_to")
        return self._table("employmentStatus", "employment_status", STATUS | own)

    def time_off_days(self) -> Iterator[Page]:
        """Yield each day off that was asked for, since the first person was hired.

        A request over New Year is told in both years and kept once.
        """
        path, resource = "/api/v1/time_off/requests", "time_off_days"
        for year in range(self._first_year, self._today.year + 3):
            said = {"start": f"{year}-01-01", "end": f"{year}-12-31"}
            body = self._client.get(path, resource, said | {"excludeNote": "1"})
            requests = paging.records(self._client.system, resource, body)
            yield [day for asked in requests for day in days(asked, self._numbers)]

    def _dataset(self, name: str, fields: list[str]) -> Iterator[list[Record]]:
        """Yield a whole dataset; its first field is the key."""

        def key(record: Record) -> object:
            return record["fields"][fields[0]]

        def pages() -> Counted:
            return self._pages(name, fields)

        return whole(self._client.system, "employees", key, pages)

    def _pages(self, name: str, fields: list[str]) -> Counted:
        total, size = None, min(PAGE, self._client.page_size)

        def turn(page: int) -> tuple[list[Record], int | None]:
            nonlocal total
            body = self._client.post(
                f"/api/v2/datasets/{name}/data",
                "employees",
                {"fields": fields, "page": page, "pageSize": size},
            )
            rows = paging.records(self._client.system, "employees", body, "data")
            total = int(body["meta"]["totalItems"])
            return rows, page + 1 if page < body["meta"]["totalPages"] else None

        for rows in self._client.lists("employees", 1, turn):
            yield rows, total

    def _table(
        self, name: str, resource: str, fields: Mapping[str, str]
    ) -> Iterator[Page]:
        """Yield the rows of everybody, numbered; the same row again has its number."""
        path = f"/api/v1/employees/changed/tables/{name}"
        body = self._client.get(path, resource, {"since": BEGINNING})
        yield [
            {raw: told(row.get(field)) for raw, field in fields.items()}
            | {
                "employee_id": key,
                "employee_number": self._numbers.get(key),
                "row_number": person["rows"].index(row) + 1,
            }
            for key, person in by_person(self._client.system, resource, body).items()
            for row in person["rows"]
        ]

    def _own(self, table: str, names: str) -> dict[str, str]:
        """Return the firm's own fields for columns that BambooHR does not have."""
        known = {name: self._fields.get(f"{table}.{name}") for name in names.split()}
        return {name: field for name, field in known.items() if field}
