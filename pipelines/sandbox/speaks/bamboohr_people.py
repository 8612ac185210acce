"""The firm's people in BambooHR's words: text everywhere, zeros for empty dates."""

import zlib
from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal
from typing import Any, Protocol

Row = Mapping[str, Any]

STATUSES = {"approved": "approved", "requested": "requested", "cancelled": "canceled"}


class World(Protocol):
    """Whatever has records by role and table."""

    def records(self, role: str, table: str) -> Iterable[Row]:
        """Return the records of one common table."""
        ...


def internal_id(number: str) -> str:
    """Return the id that BambooHR gave the employee of this number."""
    return str(10_000 + zlib.crc32(number.encode()) % 90_000_000)


def said(value: Any) -> str:
    """Return a value as text; nothing is an empty text."""
    if isinstance(value, Decimal):
        return f"{value:f}"
    return "" if value is None else str(value)


def day(value: date | None) -> str:
    """Return a day; no day is written as zeros."""
    return "0000-00-00" if value is None else value.isoformat()


def employees(world: World) -> list[dict[str, str]]:
    """Return everybody who was not deleted, as the dataset `employee` tells them."""
    return [
        {
            "eeid": internal_id(row["employee_number"]),
            "employeeNumber": row["employee_number"],
            "firstName": row["employee_name"].rpartition(" ")[0],
            "lastName": row["employee_name"].rpartition(" ")[2],
            "email": said(row["work_email"]),
            "jobInformationJobTitle": said(row["job_title"]),
            "jobInformationDepartment": said(row["department"]),
            "jobInformationLocation": said(row["location"]),
            "supervisorEid": (
                internal_id(row["manager_employee_number"])
                if row["manager_employee_number"]
                else ""
            ),
            "hireDate": day(row["start_date"]),
            "terminationDate": day(row["end_date"]),
            "status": "Active" if row["is_active"] else "Inactive",
            "staffingRole": said(row["role"]),
            "level": said(row["level"]),
            "ownCompany": said(row["company_id"]),
        }
        for row in world.records("hr", "employees")
        if not row.get("is_deleted")
    ]


def deleted(world: World) -> dict[str, Any]:
    """Return the feed of deleted employees; without any, an empty list."""
    gone = {
        internal_id(row["employee_number"]): {
            "id": internal_id(row["employee_number"]),
            "action": "Deleted",
            "lastChanged": "2026-05-31T20:00:00+00:00",
        }
        for row in world.records("hr", "employees")
        if row.get("is_deleted")
    }
    return {"employees": gone or []}


def tables(world: World) -> dict[str, Any]:
    """Return the effective-dated tables, by name and internal id."""
    names = {
        row["employee_number"]: row["employee_name"]
        for row in world.records("hr", "employees")
    }
    jobs: dict[str, list[dict[str, str]]] = defaultdict(list)
    for row in world.records("hr", "employees"):
        if row.get("is_deleted"):
            continue
        jobs[row["employee_number"]].append(
            {
                "date": day(row["start_date"]),
                "jobTitle": said(row["job_title"]),
                "department": said(row["department"]),
                "division": "",
                "location": said(row["location"]),
                "reportsTo": names.get(row["manager_employee_number"], ""),
            }
        )
    hours: dict[str, list[dict[str, str]]] = defaultdict(list)
    for row in world.records("hr", "contracts"):
        hours[row["employee_number"]].append(
            {
                "date": day(row["valid_from"]),
                "employmentStatus": "Full-Time" if row["fte"] == 1 else "Part-Time",
                "weeklyHours": said(row["weekly_hours"]),
                "fte": said(row["fte"]),
                "workDays": said(row["work_days"]),
                "contractEnd": day(row["valid_to"]),
            }
        )
    return {
        name: {
            internal_id(number): {
                "lastChanged": "2026-05-31T20:00:00+00:00",
                "rows": rows,
            }
            for number, rows in told.items()
        }
        for name, told in (("jobInfo", jobs), ("employmentStatus", hours))
    }


def requests(world: World) -> list[dict[str, Any]]:
    """Return one request for the days that were asked for and decided together."""
    asked: dict[tuple[Any, ...], dict[str, Decimal]] = defaultdict(dict)
    for row in world.records("hr", "time_off"):
        decided = row["approved_at"] and row["approved_at"].date()
        place = (row["employee_number"], row["status"], decided)
        asked[place][row["off_date"].isoformat()] = row["off_hours"]
    return [
        {
            "id": str(zlib.crc32(repr(place).encode())),
            "employeeId": internal_id(place[0]),
            "start": min(days),
            "end": max(days),
            "status": {"status": STATUSES[place[1]], "lastChanged": day(place[2])},
            "type": {"id": "78", "name": "Time off"},
            "notes": {"employee": "Knee surgery"},
            "amount": {"unit": "hours", "amount": said(sum(days.values()))},
            "dates": {off: said(hours) for off, hours in days.items()},
        }
        for place, days in asked.items()
    ]
