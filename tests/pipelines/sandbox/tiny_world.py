"""A world of a few records, each with only the columns that a test speaks of."""

from datetime import UTC, date, datetime
from typing import Any

from pipelines.common_model import TABLES

Row = dict[str, Any]

NEW_YEAR = datetime(2026, 1, 1, 15)


class TinyWorld:
    """Records by role and table; a column that was not given is empty."""

    seed = 1
    day = date(2026, 5, 31)

    def __init__(self, **tables: list[Row]) -> None:
        self._tables: dict[tuple[str, str], list[Row]] = {
            (table.role, table.name): [
                {column.name: None for column in table.columns} | row
                for row in tables.get(f"{table.role}_{table.name}", [])
            ]
            for table in TABLES
        }

    def records(self, role: str, table: str) -> list[Row]:
        """Return the records of one common table."""
        return list(self._tables[role, table])


def account(account_id: str = "A-1", **said: Any) -> Row:
    return {
        "account_id": account_id,
        "account_name": f"Client {account_id}",
        "created_at": NEW_YEAR,
        "updated_at": NEW_YEAR,
        "is_deleted": False,
    } | said


def deal(deal_id: str = "D-1", **said: Any) -> Row:
    return {
        "deal_id": deal_id,
        "account_id": "A-1",
        "deal_name": f"Deal {deal_id}",
        "stage": "closedwon",
        "created_at": NEW_YEAR,
        "updated_at": NEW_YEAR,
        "is_deleted": False,
    } | said


def employee(employee_number: str = "1001", **said: Any) -> Row:
    return {
        "employee_number": employee_number,
        "employee_name": "Ada Berg",
        "start_date": date(2025, 1, 1),
        "is_active": True,
    } | said


def utc(moment: datetime) -> str:
    return moment.replace(tzinfo=UTC).isoformat()
