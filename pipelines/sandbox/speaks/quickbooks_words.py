"""How QuickBooks writes numbers, times and what it has no field for."""

from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any, Protocol
from zoneinfo import ZoneInfo

Row = Mapping[str, Any]
COAST = ZoneInfo("America/Los_Angeles")


class World(Protocol):
    """Whatever holds the firm's records at the end of a day."""

    @property
    def day(self) -> date:
        """Return the day that the systems believe it is."""
        ...

    def records(self, role: str, table: str) -> Sequence[Row]:
        """Return the records of one common table."""
        ...


def number(value: Decimal | None) -> int | Decimal | None:
    """Return 18000 and 12.5: whole amounts are integers, others have no idle zeros."""
    if value is None:
        return None
    return int(value) if value == value.to_integral_value() else value.normalize()


def moment(value: datetime) -> str:
    """Return the UTC time with the offset of Intuit's own coast."""
    return value.replace(tzinfo=UTC).astimezone(COAST).isoformat()


def meta(row: Row) -> dict[str, str]:
    """Return the two times of a record."""
    created = row["created_at"] or datetime(2020, 1, 1)
    changed = {"LastUpdatedTime": moment(row.get("updated_at") or created)}
    return {"CreateTime": moment(created), **changed} if row["created_at"] else changed


def noted(text: str | None, row: Row, *columns: str, **named: Any) -> str | None:
    """Return ``text`` with ``[column=value; …]`` behind it, as firms write notes."""
    facts = {column: row[column] for column in columns} | named
    told = "; ".join(
        f"{column}={_said(value)}"
        for column, value in facts.items()
        if value is not None
    )
    return " ".join(part for part in (text, told and f"[{told}]") if part) or None


def present(**fields: Any) -> dict[str, Any]:
    """Return the fields that have a value: QuickBooks leaves empty ones out."""
    return {name: value for name, value in fields.items() if value is not None}


def reference(value: str | None, name: str | None = None) -> dict[str, str] | None:
    """Return a reference to another record, or None."""
    return present(value=value, name=name) if value is not None else None


def _said(value: Any) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)
