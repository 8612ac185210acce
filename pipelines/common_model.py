"""The common model: what every system's records are called once brands are left behind.

One table per kind of record and role, declared in `common_model.toml`. Files that a
firm drops into its imports folder carry exactly these headers, and every API source's
staging ends in these columns, in this order, after `source_system`.
"""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

DUCKDB_TYPES = {
    "text": "varchar",
    "money": "decimal(18, 2)",
    "unit": "decimal(18, 4)",
    "rate": "decimal(18, 8)",
    "share": "decimal(9, 6)",
    "percent": "decimal(9, 4)",
    "date": "date",
    "timestamp": "timestamp",
    "boolean": "boolean",
}
"""`money` is currency units, `unit` hours, quantities and prices per unit, `rate`
exchange rates, `share` 0 to 1, `percent` 0 to 100, `timestamp` UTC without a zone."""

ROLES = ("crm", "psa", "accounting", "hr")

OF_EVERY_ROLE = ("imports", "google_sheets")
"""Systems that hold the common tables of any role, each role in a place of its own."""


@dataclass(frozen=True)
class Column:
    """One column of a common table: its name, its type, and whether a row needs it."""

    name: str
    kind: str
    is_required: bool
    values: tuple[str, ...] = ()
    """The closed list of what it may say; empty when it may say anything."""


@dataclass(frozen=True)
class Table:
    """One common table: its role, its name, its columns and the columns of its key."""

    role: str
    name: str
    columns: tuple[Column, ...]
    key: tuple[str, ...]
    is_restricted: bool = False
    """Whether it tells what somebody costs: only the restricted schema holds it."""

    @property
    def model(self) -> str:
        """Return the intermediate model that unites all systems of the role."""
        return f"int_{self.role}_{self.name}__unioned"


def _column(word: str, values: Mapping[str, list[str]]) -> Column:
    name, _, kind = word.rstrip("!").partition(":")
    listed = tuple(values.get(name, ()))
    return Column(name, kind or "text", word.endswith("!"), listed)


def _declared() -> tuple[Table, ...]:
    declared = tomllib.loads(Path(__file__).with_suffix(".toml").read_text())
    return tuple(
        Table(
            role,
            name,
            (
                *(
                    _column(word, entry.get("values", {}))
                    for word in entry["columns"].split()
                ),
                Column("company_id", "text", False),
            ),
            tuple(entry["key"].split()),
            entry.get("is_restricted", False),
        )
        for role in ROLES
        for name, entry in declared[role].items()
    )


TABLES = _declared()


def table(role: str, name: str) -> Table:
    """Return one common table. Raises KeyError when the role has no such table."""
    for candidate in TABLES:
        if (candidate.role, candidate.name) == (role, name):
            return candidate
    raise KeyError(f"The common model has no table {role}.{name}.")
