"""How voices put answers on the wire: exact numbers, and errors with a body."""

import json
import re
from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from pipelines.sandbox.speaks import Response

_NUMBER = re.compile(r'"\u0001([-+0-9.Ee]+)"')


def answer(
    body: Any, status: int = 200, headers: Mapping[str, str] | None = None
) -> Response:
    """Return ``body`` as JSON, with every Decimal as a number of exactly its digits."""
    text = json.dumps(body, default=_marked, ensure_ascii=False)
    text = _NUMBER.sub(r"\1", text.replace("\\u0001", "\u0001"))
    told = {"Content-Type": "application/json;charset=utf-8", **(headers or {})}
    return Response(status, text.encode(), told)


def _marked(value: Any) -> str:
    if isinstance(value, Decimal):
        return f"\u0001{value}"
    raise TypeError(f"{value!r} has no place in JSON")
