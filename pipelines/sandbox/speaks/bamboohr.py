"""BambooHR as it answers about the invented firm.

Numbers and ids are text, empty dates are zeros, an employee is told by an internal id,
and every fortieth request is one too many, once.
"""

import base64
import json
import re
from collections.abc import Callable
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
        self._routes: dict[str, Callable[..., Any]] = {
            "/api/v2/datasets/employee/data": self._page,
            "/api/v1/employees/changed": self._changed,
            r"/api/v1/employees/changed/tables/(\w+)": self._table,
            "/api/v1/time_off/requests": self._between,
        }

    def answer(self, request: Request) -> Response:
        """Answer one request, errors included."""
        if request.headers.get("authorization") != f"Basic {SIGNED}":
            return answer({"message": "The key is not valid."}, 401)
        self._asked += 1
        if self._asked % 40 == 0:
            return answer({"message": "Limit Exceeded"}, 429, {"Retry-After": "0"})
        for path, tell in self._routes.items():
            asked = re.fullmatch(path, request.path)
            if asked and (not asked.groups() or asked[1] in self._tables):
                return answer(tell(request, *asked.groups()))
        return answer({"message": f"{request.path} was not found."}, 404)

    def _page(self, request: Request) -> dict[str, Any]:
        body = json.loads(request.body)
        page, size = int(body.get("page", 1)), min(int(body.get("pageSize", 100)), 1000)
        people = self._employees[(page - 1) * size : page * size]
        n_pages = max(1, -(-len(self._employees) // size))
        return {
            "data": [
                {"fields": {name: person.get(name, "") for name in body["fields"]}}
                for person in people
            ],
            "links": {"next": None if page >= n_pages else "next", "prev": None},
            "meta": {
                "page": page,
                "pageSize": size,
                "totalPages": n_pages,
                "totalItems": len(self._employees),
            },
        }

    def _changed(self, request: Request) -> dict[str, Any]:
        return {"latest": "2026-05-31T20:00:00Z"} | self._deleted

    def _table(self, request: Request, name: str) -> dict[str, Any]:
        return {"table": name, "employees": self._tables[name]}

    def _between(self, request: Request) -> list[dict[str, Any]]:
        start, end = (date.fromisoformat(request.query[at]) for at in ("start", "end"))
        return [
            told
            for told in self._requests
            if date.fromisoformat(told["start"]) <= end
            and date.fromisoformat(told["end"]) >= start
        ]
