"""The same firm, with ids as its systems make them, wherever a record cites one."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Protocol

Row = dict[str, Any]
Form = Callable[[str], str]
Owner = Callable[[Row], str | None]
"""Tells the role whose id a cell of a row is."""
OF_ROLE = {
    "crm": (
        "account_id parent_account_id merged_into_account_id contact_id deal_id "
        "deal_line_id amendment_of_deal_id"
    ),
    "psa": "client_id project_id person_id time_entry_id expense_id",
    "accounting": (
        "customer_id parent_customer_id merged_into_customer_id project_id invoice_id "
        "credits_invoice_id invoice_line_id project_ref payment_id journal_line_id"
    ),
    "hr": "",
}
"""The columns of each role's own tables that hold its own ids."""

ELSEWHERE = {
    "crm_account_id": "crm",
    "crm_deal_id": "crm",
    "psa_client_id": "psa",
    "psa_project_id": "psa",
    "time_entry_id": "psa",
    "accounting_customer_id": "accounting",
}
"""The columns that hold another role's ids, whatever table they are in."""

IN_TABLES = {
    ("crm", "deal_lines", "project_id"): "psa",
    ("crm", "deal_shares", "project_id"): "psa",
    ("psa", "change_orders", "deal_id"): "crm",
}
SOURCES = {"invoice": "accounting", "payment": "accounting", "project": "psa"}
"""Whose id a journal line's `source_id` is, by its `source_type`."""


class World(Protocol):
    """Whatever holds the firm's records at the end of a day."""

    @property
    def seed(self) -> int:
        """Return the number that everything follows from."""
        ...

    @property
    def day(self) -> date:
        """Return the day that the systems believe it is."""
        ...

    def records(self, role: str, table: str) -> Sequence[Row]:
        """Return the records of one common table."""
        ...


@dataclass(frozen=True)
class Kept:
    """A world whose systems make ids of their own form, in every place that cites them.

    `forms` has the form of each role whose system differs from the firm's short ids.
    """

    world: World
    forms: Mapping[str, Form]

    @property
    def seed(self) -> int:
        """Return the seed of the world."""
        return self.world.seed

    @property
    def day(self) -> date:
        """Return the day of the world."""
        return self.world.day

    def records(self, role: str, table: str) -> list[Row]:
        """Return the records of one common table, with ids as its system has them."""
        rows = self.world.records(role, table)
        columns = rows[0].keys() if rows and self.forms else ()
        cited = {
            column: owners
            for column in columns
            if (owners := _owners(role, table, column)) is not None
        }
        return [row | self._kept(cited, row) for row in rows] if cited else [*rows]

    def _kept(self, cited: Mapping[str, Owner], row: Row) -> Row:
        kept = {}
        for column, owner in cited.items():
            form = self.forms.get(owner(row) or "")
            if form and row[column] is not None:
                kept[column] = form(row[column])
        return kept


def _owners(role: str, table: str, column: str) -> Owner | None:
    """Return what tells whose id a cell of this column is, or None for no id."""
    if column == "source_id":
        return lambda row: SOURCES.get(row["source_type"])
    if column in ("value", "old_value", "new_value"):
        return lambda row: ELSEWHERE.get(row["field"])
    own = OF_ROLE[role].split()
    if column == "record_id":
        return lambda row: role if f"{row['record_type']}_id" in own else None
    owner = IN_TABLES.get((role, table, column)) or (
        role if column in own else ELSEWHERE.get(column)
    )
    return None if owner is None else lambda row: owner
