"""BambooHR as it answers about the invented firm.

Numbers and ids are text, empty dates are zeros, an employee is told by an internal id,
and every fortieth request is one too many, once.
"""

import base64
import json
from collections.abc import Mapping
from datetime import date
from typing import Any

from pipelines.sandbox.speaks import Request, Response
from pipelines.sandbox.speaks.bamboohr_people import (
    World,
    deleted,
    employees,
    requests,
    tables,
)
from pipelines.sandbox.speaks.wire import answer

SECRETS = {"BAMBOOHR_API_KEY": "sandbox-bamboohr-key"}
SIGNED = base64.b64encode(f"{SECRETS['BAMBOOHR_API_KEY']}:x".encode()).decode()


class BambooHR:
    """Answers for the firm's account."""

    def __init__(self, world: World) -> None:
        self._employees = employees(world)
        self._deleted = deleted(world)
        self._tables = tables(world)
        self._requests = requests(world)
        self._asked = 0

    def answer(self, request: Request) -> Response:
        """Answer one request, errors included."""
        if request.headers.get("authorization") != f"Basic {SIGNED}":
            return answer({"message": "The key is not valid."}, 401)
        self._asked += 1
        if self._asked % 40 == 0:
            return answer({"message": "Limit Exceeded"}, 429, {"Retry-After": "0"})
        match request.path.strip("/").split("/"):
            case ["api", "v2", "datasets", "employee", "data"]:
                return answer(_page(self._employees, json.loads(request.body)))
            case ["api", "v1", "employees", "changed"]:
                return answer({"latest": "2026-05-31T20:00:00Z"} | self._deleted)
            case ["api", "v1", "employees", "changed", "tables", name] if (
                name in self._tables
            ):
                return answer({"table": name, "employees": self._tables[name]})
            case ["api", "v1", "time_off", "requests"]:
                return answer(_between(self._requests, request.query))
        return answer({"message": f"{request.path} was not found."}, 404)


def _page(people: list[dict[str, str]], body: Mapping[str, Any]) -> dict[str, Any]:
    page, size = int(body.get("page", 1)), min(int(body.get("pageSize", 100)), 1000)
    told = people[(page - 1) * size : page * size]
    n_pages = max(1, -(-len(people) // size))
    return {
        "data": [
            {"fields": {name: person.get(name, "") for name in body["fields"]}}
            for person in told
        ],
        "links": {"next": None if page >= n_pages else "next", "prev": None},
        "meta": {
            "page": page,
            "pageSize": size,
            "totalPages": n_pages,
            "totalItems": len(people),
        },
    }


def _between(
    requests: list[dict[str, Any]], query: Mapping[str, str]
) -> list[dict[str, Any]]:
    start, end = date.fromisoformat(query["start"]), date.fromisoformat(query["end"])
    return [
        request
        for request in requests
        if date.fromisoformat(request["start"]) <= end
        and date.fromisoformat(request["end"]) >= start
    ]
