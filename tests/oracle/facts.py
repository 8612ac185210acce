"""The rows of the common model that a calculation starts from."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction
from typing import Any

Row = dict[str, Any]


@dataclass(frozen=True)
class Facts:
    """One firm: its settings, its rows by role and table, and its clients."""

    reporting_currency: str
    time_zone: str
    as_of: date
    working_days: tuple[str, ...]
    holidays: tuple[date, ...]
    months: str
    fiscal_year_start_month: int
    limits: dict[str, int]
    rows: dict[tuple[str, str], list[Row]]
    client_of: dict[tuple[str, str], str]
    """Client by role and id of its account, client or customer record."""
    related: frozenset[frozenset[str]] = frozenset()
    """Pairs of clients that are parent, sister or successor."""
    books_projects: dict[str, str] = field(default_factory=dict)
    """Project of the PSA by whatever id a line of the books names it with."""

    rank: dict[str, str] = field(default_factory=dict)
    """What a project is sorted by when a cent must go to one of several."""
    kept: dict[tuple[str, ...], Any] = field(default_factory=dict, repr=False)
    """What was looked up before."""

    def table(self, role: str, table: str) -> list[Row]:
        """Return the rows of a table that are not deleted."""
        if (role, table) not in self.kept:
            rows = self.rows.get((role, table), [])
            self.kept[role, table] = [row for row in rows if not row.get("is_deleted")]
        return self.kept[role, table]  # type: ignore[no-any-return]

    def of(self, role: str, table: str, key: str, value: str | None) -> list[Row]:
        """Return the rows of a table whose ``key`` is ``value``."""
        if (role, table, key) not in self.kept:
            self.kept[role, table, key] = grouped(self.table(role, table), key)
        return self.kept[role, table, key].get(value, [])  # type: ignore[no-any-return]

    def client(self, role: str, record_id: str | None) -> str:
        return self.client_of.get((role, record_id or ""), "unassigned")

    def rate(self, role: str, currency: str | None, day: date) -> Fraction | None:
        """Return the latest rate to the reporting currency on or before ``day``."""
        if currency in (None, self.reporting_currency):
            return Fraction(1)
        past = [
            row
            for row in self.of(role, "exchange_rates", "from_currency", currency)
            if row["to_currency"] == self.reporting_currency and row["rate_date"] <= day
        ]
        if not past:
            return None
        return Fraction(max(past, key=lambda row: row["rate_date"])["rate"])


def grouped(rows: Iterable[Row], key: str) -> dict[Any, list[Row]]:
    found: dict[Any, list[Row]] = {}
    for row in rows:
        found.setdefault(row[key], []).append(row)
    return found
