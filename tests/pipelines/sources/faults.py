"""The faults of an API and of its records, each as what it does to one answer.

A fault is asked with the true answer and says what comes instead, or raises what the
network would. `times` is how often the same request meets it. `ends` says what must
follow: `exact` (the rows are those of an undisturbed run), `ended` (the source is
incomplete and has no rows), `held` (one table or the source), `told` (each row is
loaded, in quarantine, or its table is held), or several of them.
"""

import json
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import requests

FOR_EVER = 1000
Answer = requests.Response


@dataclass(frozen=True)
class Fault:
    """One kind of fault; see the module."""

    act: Callable[[Answer], Answer]
    ends: str
    times: int = 1


def says(status: int, body: bytes = b"", **headers: str) -> Callable[[Answer], Answer]:
    def act(true: Answer) -> Answer:
        told = requests.Response()
        told.status_code, told._content = status, body
        told.headers.update({n.replace("_", "-"): v for n, v in headers.items()})
        return told

    return act


def fails(error: type[Exception]) -> Callable[[Answer], Answer]:
    def act(true: Answer) -> Answer:
        raise error("injected")

    return act


def body(change: Callable[[bytes], bytes]) -> Callable[[Answer], Answer]:
    return lambda true: says(200, change(true.content), **dict(true.headers))(true)


def records(change: Callable[[list[Any]], list[Any]]) -> Callable[[Answer], Answer]:
    """Change the list of records in an answer; an answer without one stays."""

    def act(true: Answer) -> Answer:
        told = json.loads(true.content)
        found = _list_in(told)
        if found is None:
            return true
        found[:] = change(found)
        return body(lambda _: json.dumps(told).encode())(true)

    return act


def values(change: Callable[[Any], Any]) -> Callable[[Answer], Answer]:
    """Change every value of the first record that is neither an id nor nested."""

    def changed(found: list[Any]) -> list[Any]:
        if not found or not isinstance(found[0], dict):
            return found
        inner = found[0].get("properties") or found[0].get("fields") or found[0]
        for name, value in inner.items():
            if not isinstance(value, dict | list) and "id" not in name.lower():
                inner[name] = change(value)
        return found

    return records(changed)


def _list_in(told: Any) -> list[Any] | None:
    if isinstance(told, list):
        return told
    below = told.values() if isinstance(told, dict) else ()
    return next((f for part in below if (f := _list_in(part)) is not None), None)


def as_object(value: Any) -> Any:
    return value if value is None else {"value": value}


WAITS = {"Retry_After": "7"}
FAULTS = {
    "A01 429 with Retry-After": Fault(says(429, **WAITS), "exact"),
    "A02 429 without a header": Fault(says(429), "exact", 3),
    "A03 429 for ever": Fault(says(429), "ended", FOR_EVER),
    "A04 500 once": Fault(says(500), "exact"),
    "A05 a burst of 503": Fault(says(503), "exact", 4),
    "A06 no connection in time": Fault(fails(requests.ConnectTimeout), "exact", 2),
    "A07 no byte in time": Fault(fails(requests.ReadTimeout), "exact"),
    "A09 connection reset": Fault(fails(requests.ConnectionError), "exact"),
    "A10 half an answer": Fault(body(lambda told: told[: len(told) // 2]), "exact"),
    "A11 half a gzip": Fault(fails(requests.exceptions.ContentDecodingError), "exact"),
    "A12 a length not kept": Fault(
        fails(requests.exceptions.ChunkedEncodingError), "exact"
    ),
    "A13 an HTML page with 200": Fault(
        says(200, b"<html>Sorry</html>"), "ended", FOR_EVER
    ),
    "A14 an error with 200": Fault(
        says(200, b'{"error": {"message": "no"}}'), "exact ended held", FOR_EVER
    ),
    "A16 nothing where something was": Fault(
        records(lambda found: []), "exact ended held told"
    ),
    "A17 every record twice": Fault(records(lambda f: f + f), "exact ended held"),
    "A20 the same page again and again": Fault(
        lambda true: true, "exact ended", FOR_EVER
    ),
    "A21 a cursor that has expired": Fault(says(400, b"expired"), "ended"),
    "A25 a token refused once": Fault(says(401), "exact ended"),
    "A27 a scope removed": Fault(says(403, b"no scope"), "held ended", FOR_EVER),
    "A29 the address has moved": Fault(says(302), "ended"),
    "C01 a new column": Fault(
        records(
            lambda f: [x | {"new_one": 1} if isinstance(x, dict) else x for x in f]
        ),
        "exact",
    ),
    "C04 an int becomes a float": Fault(
        body(lambda told: told.replace(b": 0,", b": 0.0,")), "exact"
    ),
    "C05 a number becomes a text": Fault(
        values(lambda v: str(v) if type(v) is int else v), "exact told ended held"
    ),
    "C06 a value becomes an object": Fault(values(as_object), "exact told ended held"),
    "C08 a new value of a list": Fault(records(lambda f: f), "exact"),
    "C11 days the other way round": Fault(
        values(lambda v: "31/05/2026" if _is_day(v) else v), "exact told ended held"
    ),
}


def _is_day(value: Any) -> bool:
    return isinstance(value, str) and len(value) == 10 and value[4:8:3] == "--"
