"""Who reads which published file, and what it leaves out: payloads, pay, persons."""

from collections.abc import Callable
from dataclasses import dataclass

COST_WORDS = {"cost", "costs", "pay", "salary", "salaries", "wage", "wages", "payload"}


@dataclass(frozen=True)
class Audience:
    """Who reads a file, and which columns of which tables the file leaves out.

    A table without any column left is not part of the file.
    """

    name: str
    leaves_out: Callable[[str, str, frozenset[str]], bool]
    """Asked with table, column and all columns of the table."""

    keeps: Callable[[str, frozenset[str]], str] = lambda schema, columns: "true"
    """Asked with schema and all columns of a table: the condition on its rows."""


def _is_payload(table: str, column: str, columns: frozenset[str]) -> bool:
    return column == "payload"


def _is_personal_or_cost(table: str, column: str, columns: frozenset[str]) -> bool:
    is_about_people = (
        table in ("people", "time_entries", "field_edits")
        or table.startswith("person_")
        or "person_id" in columns
    )
    return is_about_people or bool(COST_WORDS & set(column.split("_")))


def _is_about_no_person(schema: str, columns: frozenset[str]) -> str:
    if schema == "marts" and "entity" in columns:
        return "coalesce(entity, '') not in ('person', 'contact')"
    if schema == "quality" and "sentence" in columns:
        return (
            "coalesce(source_record_type, '') not in ('person', 'employee', 'contact')"
        )
    return "true"


AUDIENCES = (
    Audience("analysts", _is_payload),
    Audience("leadership", _is_personal_or_cost, _is_about_no_person),
)
