"""The invented firm's records while they are written."""

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from pipelines.common_model import TABLES

Row = dict[str, Any]

_COLUMNS = {
    (table.role, table.name): tuple(column.name for column in table.columns)
    for table in TABLES
}
_KEYS = {(table.role, table.name): table.key for table in TABLES}
_BLANK = {
    place: dict.fromkeys(columns)
    | ({"is_deleted": False} if "is_deleted" in columns else {})
    for place, columns in _COLUMNS.items()
}


class Draft:
    """Every record of the firm, by role and table, in the order of writing."""

    def __init__(self) -> None:
        self._rows: dict[tuple[str, str], list[Row]] = {place: [] for place in _COLUMNS}
        self._by_key: dict[tuple[str, str], dict[tuple[Any, ...], Row]] = {
            place: {} for place in _COLUMNS
        }
        self._lines: dict[str, list[Row]] = {}
        self.booked: dict[str, str] = {}
        """The accounting project of each PSA project."""
        self.unposted: set[str] = set()
        """Invoices that never reached the ledger."""
        self.uncounted: set[str] = set()
        """Copied invoices: in the ledger, but no month end takes them for billing."""
        self.unaccrued: set[str] = set()
        """PSA projects whose revenue the books recognise when they invoice."""

    def add(self, role: str, table: str, /, **values: Any) -> Row:
        """Write one record and return it; columns not named stay empty.

        Raises ValueError when a column is unknown or the key was written before.
        """
        place = (role, table)
        row: Row = _BLANK[place] | values
        if len(row) != len(_BLANK[place]):
            unknown = sorted(set(values) - set(_BLANK[place]))
            raise ValueError(f"{role}.{table} has no column {', '.join(unknown)}.")
        if row.get("updated_at", row) is None:
            row["updated_at"] = row.get("created_at")
        key = tuple(row[column] for column in _KEYS[place])
        if key in self._by_key[place]:
            raise ValueError(f"{role}.{table} has the record {key} already.")
        self._by_key[place][key] = row
        self._rows[place].append(row)
        if place == ("accounting", "invoice_lines"):
            self._lines.setdefault(row["invoice_id"], []).append(row)
        return row

    def rows(self, role: str, table: str) -> list[Row]:
        """Return the records of one table, in the order of writing."""
        return self._rows[(role, table)]

    def lines_of(self, invoice_id: str) -> list[Row]:
        """Return the lines of one invoice."""
        return self._lines.get(invoice_id, [])

    def tables(self) -> dict[tuple[str, str], list[Row]]:
        """Return all records written so far, by role and table."""
        return self._rows

    def get(self, role: str, table: str, *key: Any) -> Row:
        """Return the record with this key. Raises KeyError when there is none."""
        return self._by_key[(role, table)][key]

    def remove(self, role: str, table: str, *key: Any) -> None:
        """Take one record out, as if it had never been written."""
        row = self._by_key[(role, table)].pop(key)
        self._rows[(role, table)] = [
            kept for kept in self._rows[(role, table)] if kept is not row
        ]

    def where(self, role: str, table: str, /, **values: Any) -> Iterator[Row]:
        """Yield the records whose columns hold exactly these values."""
        for row in self._rows[(role, table)]:
            if all(row[column] == value for column, value in values.items()):
                yield row

    def change(
        self,
        role: str,
        record_type: str,
        row: Row,
        field: str,
        new: Any,
        *,
        record_id: str,
        at: datetime,
        by: str,
        source: str = "person",
    ) -> None:
        """Edit one field of a record and leave the edit in its history."""
        self.add(
            role,
            "field_changes",
            record_type=record_type,
            record_id=record_id,
            field=field,
            changed_at=at,
            old_value=None if row[field] is None else str(row[field]),
            new_value=None if new is None else str(new),
            changed_by=by,
            change_source=source,
        )
        row[field] = new
        if "updated_at" in row and (
            row["updated_at"] is None or row["updated_at"] < at
        ):
            row["updated_at"] = at
