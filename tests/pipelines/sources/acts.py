"""What a fault does to one answer: it comes otherwise, changed, or not at all."""

import json
import re
from collections.abc import Callable, Iterator
from datetime import timedelta
from typing import Any

import requests

from pipelines.sources.transport import whole_body

Answer = requests.Response
Act = Callable[[Answer], Answer]
REMOVED = object()
"""What a change returns for a field that is there no more."""

NO_AMOUNT = re.compile("(id|code|number|zip|phone|probability|count|version|position)$")


def says(status: int, body: bytes = b"", **headers: str) -> Act:
    def act(true: Answer) -> Answer:
        told = requests.Response()
        told.status_code, told._content = status, body
        told.headers.update({n.replace("_", "-"): v for n, v in headers.items()})
        return told

    return act


def fails(error: type[Exception]) -> Act:
    def act(true: Answer) -> Answer:
        raise error("injected")

    return act


def drips(true: Answer) -> Answer:
    """Let the answer come a byte at a time, ten seconds apart."""
    seconds = iter(range(0, 10**9, 10))

    class Raw:
        def read1(self, most: int, decode_content: bool) -> bytes:
            return b" "

    whole_body(Raw(), timedelta(minutes=5), lambda: float(next(seconds)))
    raise AssertionError("an answer that drips has no end")


def with_headers(**headers: str) -> Act:
    def act(true: Answer) -> Answer:
        true.headers.update(headers)
        return true

    return act


def body(change: Callable[[bytes], bytes]) -> Act:
    return lambda true: says(200, change(true.content), **dict(true.headers))(true)


def parsed(change: Callable[[Any], Any]) -> Act:
    """Change the parsed answer in place; None leaves it as it is."""

    def act(true: Answer) -> Answer:
        try:
            told = json.loads(true.content)
        except ValueError:
            return true
        if change(told) is None:
            return true
        return body(lambda _: json.dumps(told).encode())(true)

    return act


def records(change: Callable[[list[Any]], list[Any]]) -> Act:
    """Change the list of records in an answer; an answer without one stays."""

    def changed(told: Any) -> Any:
        found = list_in(told)
        if found is None:
            return None
        found[:] = change(found)
        return told

    return parsed(changed)


def fields(change: Callable[[str, Any], Any]) -> Act:
    """Change every field of every record, but no id; see REMOVED."""

    def changed(told: Any) -> Any:
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
        return told

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


def as_object(value: Any) -> Any:
    return value if value is None else {"value": value}


def day_first(value: Any) -> Any:
    is_day = isinstance(value, str) and re.fullmatch(r"\d{4}-\d\d-\d\d", value)
    return "31/05/2026" if is_day else value


def in_cents(name: str, value: Any) -> Any:
    if NO_AMOUNT.search(name.lower()) or isinstance(value, bool):
        return value
    if isinstance(value, int | float):
        return value * 100
    is_number = isinstance(value, str) and re.fullmatch(r"\d+(\.\d+)?", value)
    return f"{float(value) * 100:.2f}" if is_number else value
