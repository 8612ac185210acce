"""Faults of the records in an answer: a field is gone, renamed, or tells otherwise."""

import re
from collections.abc import Callable, Iterator
from typing import Any

from tests.pipelines.sources.acts import Act, Answer, parsed

REMOVED = object()
"""What a change returns for a field that is there no more."""

NO_AMOUNT = re.compile(
    "(id|code|num|number|zip|phone|probability|count|version|position)$"
)
DAY = re.compile(r"\d{4}-\d\d-\d\d(T00:00:00.*)?")
LISTED = re.compile("(stage|stagename|status|state|type|statusid)$")


def records(change: Callable[[list[Any]], list[Any]]) -> Act:
    """Change the list of records in an answer; an answer without one stays."""

    def changed(told: Any) -> None:
        found = list_in(told)
        if found is not None:
            found[:] = change(found)

    return parsed(changed)


def nothing(true: Answer) -> Answer:
    """Give a list without its records. BambooHR lists by person."""

    def emptied(told: Any) -> None:
        if isinstance(told, dict) and "employees" in told:
            told["employees"] = []
        else:
            (list_in(told) or []).clear()

    return parsed(emptied)(true)


def fields(change: Callable[[str, Any], Any]) -> Act:
    """Change every field of every record, but no id; see REMOVED."""

    def changed(told: Any) -> None:
        for inner in _records_in(told):
            for name, value in list(inner.items()):
                is_wrapped = isinstance(value, dict) and "value" in value
                said = value["value"] if is_wrapped else value
                if isinstance(said, dict | list) or name.lower().endswith("id"):
                    continue
                new = change(name, said)
                if new is REMOVED:
                    del inner[name]
                else:
                    inner[name] = value | {"value": new} if is_wrapped else new

    return parsed(changed)


def named(change: Callable[[str], str]) -> Act:
    """Give fields another name."""

    def changed(told: Any) -> None:
        for inner in _records_in(told):
            renamed = {change(name): value for name, value in inner.items()}
            inner.clear()
            inner.update(renamed)

    return parsed(changed)


def list_in(told: Any) -> list[Any] | None:
    if isinstance(told, list):
        return told
    below = told.values() if isinstance(told, dict) else ()
    return next((f for part in below if (f := list_in(part)) is not None), None)


def _records_in(told: Any) -> Iterator[dict[str, Any]]:
    found = list_in(told) or []
    for record in found:
        if isinstance(record, dict) and record.keys() == {"key", "id"}:
            yield told[record["key"]][record["id"]]
        elif isinstance(record, dict) and record.keys() == {"type", "attributes"}:
            yield record["attributes"]
        elif isinstance(record, dict):
            yield record.get("properties") or record.get("fields") or record


def is_name(name: str) -> bool:
    return "name" in name.lower()


def as_float(name: str, value: Any) -> Any:
    if (
        isinstance(value, str)
        and value.isdigit()
        and not NO_AMOUNT.search(name.lower())
    ):
        return f"{value}.0"
    return float(value) if type(value) is int else value


def as_text(name: str, value: Any) -> Any:
    return str(value) if type(value) in (int, float) else value


def as_object(name: str, value: Any) -> Any:
    return value if value is None else {"value": value}


def another_stage(name: str, value: Any) -> Any:
    is_text = isinstance(value, str) and value
    return "brand new" if is_text and LISTED.search(name.lower()) else value


def another_currency(name: str, value: Any) -> Any:
    return "CHF" if value and "currency" in name.lower() else value


def day_first(name: str, value: Any) -> Any:
    is_day = isinstance(value, str) and DAY.fullmatch(value)
    return "31/05/2026" if is_day else value


def in_cents(name: str, value: Any) -> Any:
    if NO_AMOUNT.search(name.lower()) or isinstance(value, bool):
        return value
    if isinstance(value, int | float):
        return value * 100
    is_number = isinstance(value, str) and re.fullmatch(r"\d+(\.\d+)?", value)
    return f"{float(value) * 100:.2f}" if is_number else value
