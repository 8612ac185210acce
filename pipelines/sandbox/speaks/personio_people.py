"""The firm's people in Personio's words: every value wrapped, and days as moments."""

import zlib
from collections.abc import Mapping
from datetime import date, datetime, time
from decimal import Decimal
from typing import Any
from zoneinfo import ZoneInfo

from pipelines.sandbox.kept import Row, World

Told = dict[str, Any]
ZONE = ZoneInfo("America/New_York")
"""Where the invented firm has its account."""

WEEK = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
OWN = {
    "employee_number": ("dynamic_101", "Employee number"),
    "role": ("dynamic_102", "Staffing role"),
    "level": ("dynamic_103", "Level"),
    "fte": ("dynamic_104", "FTE"),
    "company_id": ("dynamic_105", "Own company"),
}
"""Column of the common model → key and label of the firm's own attribute."""

PRIVATE = {"fix_salary": ("Fix salary", 90_000), "gender": ("Gender", "diverse")}
"""What a credential may also be able to read, and nobody asks for."""


def internal_id(number: str) -> int:
    """Return the id that Personio gave the employee of this number."""
    return 10_000 + zlib.crc32(f"personio {number}".encode()) % 90_000_000


def attributes() -> list[Told]:
    """Return every attribute with its key and its label."""
    own = [{"key": key, "label": label} for key, label in OWN.values()]
    known = [*own, {"key": "email", "label": "Email"}]
    return [{**told, "type": "standard", "universal_id": None} for told in known]


def employees(world: World) -> list[Told]:
    """Return everybody, former employees too, each attribute by its key."""
    contracts = {
        row["employee_number"]: row
        for row in sorted(
            world.records("hr", "contracts"), key=lambda row: row["valid_from"]
        )
    }
    return [
        _employee(row, contracts.get(row["employee_number"], {}))
        for row in world.records("hr", "employees")
        if not row.get("is_deleted")
    ]


def _employee(row: Row, contract: Mapping[str, Any]) -> Told:
    first, _, last = row["employee_name"].rpartition(" ")
    manager = row["manager_employee_number"]
    told = {
        "id": ("ID", internal_id(row["employee_number"])),
        "first_name": ("First name", first),
        "last_name": ("Last name", last),
        "email": ("Email", row["work_email"]),
        "position": ("Position", row["job_title"]),
        "department": ("Department", thing("Department", row["department"])),
        "office": ("Office", thing("Office", row["location"])),
        "supervisor": ("Supervisor", manager and person(manager)),
        "status": ("Status", "active" if row["is_active"] else "inactive"),
        "hire_date": ("Hire date", midnight(row["start_date"])),
        "termination_date": ("Termination date", midnight(row["end_date"])),
        "contract_end_date": ("Contract ends", midnight(contract.get("valid_to"))),
        "weekly_working_hours": (
            "Weekly hours",
            contract and f"{contract['weekly_hours'].normalize():f}",
        ),
        "work_schedule": ("Work schedule", contract and _schedule(contract)),
        **PRIVATE,
    }
    held = {**contract, **row}
    told |= {
        key: (label, _said(held.get(column))) for column, (key, label) in OWN.items()
    }
    return {
        key: {"label": label, "value": value or None, "type": "standard"}
        for key, (label, value) in told.items()
    }


def _schedule(contract: Mapping[str, Any]) -> Any:
    days = (contract["work_days"] or "").split()
    hours = contract["weekly_hours"] / max(1, len(days))
    clock = f"{int(hours):02d}:{int(hours % 1 * 60):02d}"
    week = {day: clock if day[:3] in days else "00:00" for day in WEEK}
    since = {"valid_from": contract["valid_from"].isoformat()}
    return thing("WorkSchedule", "Hours", **since, **week)


def person(number: str) -> Told:
    """Return a person as others name one."""
    return {
        "type": "Employee",
        "attributes": {"id": {"label": "ID", "value": internal_id(number)}},
    }


def thing(kind: str, name: str | None, **more: Any) -> Any:
    """Return something with a name, wrapped as Personio wraps it; or nothing."""
    attributes = {"id": 1, "name": name, **more}
    return {"type": kind, "attributes": attributes} if name else None


def _said(value: Any) -> Any:
    return f"{value:f}" if isinstance(value, Decimal) else value


def midnight(day: date | None) -> str | None:
    """Return a day as Personio writes it: its midnight where the account is."""
    return datetime.combine(day, time(), ZONE).isoformat() if day else None
