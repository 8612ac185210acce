"""How Personio is read: the people first, then what they are away for, by day."""

from collections.abc import Iterator, Mapping
from datetime import date

from pipelines.sources import Page, Record, TableError, paging
from pipelines.sources.http import Client
from pipelines.sources.personio_answers import days, named, schedule, value
from pipelines.sources.personio_lists import Lists

OWN = (
    "id",
    "first_name",
    "last_name",
    "email",
    "position",
    "department",
    "office",
    "supervisor",
    "status",
    "hire_date",
    "termination_date",
    "contract_end_date",
    "weekly_working_hours",
    "work_schedule",
)
"""Personio's own attributes that are read; nothing else is asked for."""

DAYS = ("hire_date", "termination_date", "contract_end_date")

CUSTOM = {
    "employee_number": "employees.employee_number",
    "role": "employees.role",
    "level": "employees.level",
    "company_id": "employees.company_id",
    "fte": "contracts.fte",
}
"""Raw column → the column of the common model that the firm's own attribute carries."""


class People:
    """The people of one account for one night: remembers numbers and schedules."""

    def __init__(self, client: Client, fields: Mapping[str, str], today: date) -> None:
        self._client = client
        self._lists = Lists(client)
        self._fields = fields
        self._today = today
        self._people: dict[str, Record] = {}

    def employees(self) -> Iterator[Page]:
        """Yield everybody, former employees too."""
        custom = self._custom()
        told = [
            row["attributes"]
            for page in self._lists.by_offset("employees", [*OWN, *custom.values()])
            for row in page
        ]
        rows = [_row(person, custom) for person in told]
        self._people = {row["id"]: row for row in rows}
        for row in rows:
            boss = self._people.get(row.pop("supervisor_id"), {})
            row["supervisor_number"] = boss.get("employee_number")
        yield rows

    def contracts(self) -> Iterator[Page]:
        """Yield today's contract of everybody; those of earlier nights are kept."""
        yield [
            {
                **row,
                "employee_id": row["id"],
                "valid_from": row["schedule_valid_from"] or row["hire_date"],
            }
            for row in self._people.values()
            if row["weekly_working_hours"] is not None
            and (row["schedule_valid_from"] or row["hire_date"])
        ]

    def time_offs(self) -> Iterator[Page]:
        """Yield each day off that was asked for, since the first person was hired."""
        hired = (row["hire_date"] for row in self._people.values() if row["hire_date"])
        start = min(hired, default=f"{self._today}")
        are_ids = CUSTOM["employee_number"] not in self._fields
        query = {"start_date": start, "end_date": f"{self._today.year + 2}-12-31"}
        for page in self._lists.by_page("time-offs", "time_offs", query):
            yield [
                day
                for row in page
                for day in days(
                    row["attributes"], self._people, numbers_are_ids=are_ids
                )
            ]

    def _custom(self) -> dict[str, str]:
        """Return the key of each attribute that the firm names by label or key."""
        wanted = {
            raw: self._fields[column]
            for raw, column in CUSTOM.items()
            if column in self._fields
        }
        if not wanted:
            return {}
        body = self._client.get("/v1/company/employees/attributes", "employees")
        told = paging.records(self._client.system, "employees", body, "data")
        keys = {name: a["key"] for a in told for name in (a["label"], a["key"])}
        for name in wanted.values():
            if name not in keys:
                raise TableError(
                    self._client.system,
                    "employees",
                    f"no attribute is called {name!r}, or the credential may not read "
                    "it. The last complete rows stay; correct [fields.personio] of "
                    "firm.toml.",
                )
        return {raw: keys[name] for raw, name in wanted.items()}


def _row(person: Record, custom: Mapping[str, str]) -> Record:
    told = {name: value(person, name) for name in OWN}
    boss, week = told.pop("supervisor") or {}, told.pop("work_schedule")
    key = str(told["id"])
    # A day in the firm's own zone: it is no moment to be moved.
    days = {name: told[name] and str(told[name])[:10] for name in DAYS}
    return {
        **told,
        "id": key,
        "employee_number": key,
        "department": named(told["department"]),
        "office": named(told["office"]),
        "supervisor_id": str(value(boss.get("attributes", {}), "id")),
        **days,
        **schedule(week),
        **{name: value(person, attribute) for name, attribute in custom.items()},
    }
