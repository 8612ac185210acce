"""The files that lie beside each API: what the system itself has no object for."""

import csv
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

from pipelines.common_model import ROLES, table
from pipelines.common_model import TABLES as ALL_TABLES
from pipelines.sandbox.kept import World

TABLES: Mapping[str, Sequence[str]] = {
    "crm": ("deal_shares", "field_values"),
    "psa": (
        "project_status_history",
        "holds",
        "budget_adjustments",
        "change_orders",
        "planned_work",
        "progress",
        "milestones",
        "rate_card",
        "required_skills",
        "field_changes",
    ),
    "accounting": ("invoice_line_times", "line_adjustments", "field_changes"),
    "hr": ("holidays", "skills", "cost_rates", "field_changes"),
}
"""Which common tables of each role travel as files; the others come by API."""


BY_API: Mapping[str, set[tuple[str, str]]] = {
    "kantata": {("psa", "field_changes")},
    "xero": {("accounting", "field_changes")},
}
"""Tables of those that some systems do tell."""

BY_NO_API: Mapping[str, Mapping[str, Sequence[str]]] = {
    "harvest": {"psa": ("allocations", "time_off")}
}
"""Tables besides those that some systems do not tell."""


def left_to_files(systems: Sequence[str]) -> Mapping[str, Sequence[str]]:
    """Return the common tables of each role that ``systems`` leave to files."""
    told = {place for system in systems for place in BY_API.get(system, ())}
    more = [BY_NO_API[system] for system in systems if system in BY_NO_API]
    return {
        role: [
            *(name for name in names if (role, name) not in told),
            *(name for tables in more for name in tables.get(role, ())),
        ]
        for role, names in TABLES.items()
    }


EVERYTHING: Mapping[str, Sequence[str]] = {
    role: [table.name for table in ALL_TABLES if table.role == role] for role in ROLES
}
"""Every common table: what a firm without any API keeps as files."""


def write_files(
    world: World, folder: Path, tables: Mapping[str, Sequence[str]] = TABLES
) -> None:
    """Write `<folder>/<role>/<table>.csv` for every table that no API carries."""
    for role, names in tables.items():
        (folder / role).mkdir(parents=True, exist_ok=True)
        for name in names:
            columns = [column.name for column in table(role, name).columns]
            path = folder / role / f"{name}.csv"
            with path.open("w", newline="", encoding="utf-8") as opened:
                written = csv.writer(opened, lineterminator="\n")
                written.writerow(columns)
                for row in world.records(role, name):
                    written.writerow([_said(row[column]) for column in columns])


def _said(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, datetime):
        return f"{value.isoformat()}Z"
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Decimal):
        return f"{value:f}"
    return str(value)
