"""What a fault does to one answer: it comes otherwise, changed, or not at all."""

import json
from collections.abc import Callable
from datetime import timedelta
from itertools import zip_longest
from typing import Any

import requests

from pipelines.sources.transport import whole_body

Answer = requests.Response
Act = Callable[[Answer], Answer]


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


def parsed(change: Callable[[Any], None]) -> Act:
    """Change the parsed answer in place. A sheet is changed as a list of records."""

    def act(true: Answer) -> Answer:
        try:
            told = json.loads(true.content)
        except ValueError:
            return true
        was = json.dumps(told)
        if isinstance(told, dict) and "valueRanges" in told:
            _changed(told["valueRanges"], change)
        else:
            change(told)
        said = json.dumps(told)
        return true if said == was else body(lambda _: said.encode())(true)

    return act


def _changed(sheets: list[Any], change: Callable[[Any], None]) -> None:
    for sheet in sheets:
        header, *values = sheet.get("values") or [[]]
        rows = [dict(zip_longest(header, row)) for row in values]
        was = json.dumps(rows)
        change(rows)
        if json.dumps(rows) != was:
            names = list(rows[0]) if rows else header
            said = [["" if row[n] is None else row[n] for n in names] for row in rows]
            sheet["values"] = [names, *said]
