"""Personio, version 1 of its API, as it answers about the invented firm.

Every answer hands out the next token and ends the one before, and every so often all of
them end; employees page by record and absences by page, of which 0 is 1; values come
wrapped; every thirtieth request is one too many.
"""

import json
from collections.abc import Callable, Sequence
from typing import Any

from pipelines.sandbox.kept import World
from pipelines.sandbox.speaks import Request, Response
from pipelines.sandbox.speaks.personio_absences import absences
from pipelines.sandbox.speaks.personio_people import Told, attributes, employees
from pipelines.sandbox.speaks.wire import answer

SECRETS = {
    "PERSONIO_CLIENT_ID": "sandbox-client",
    "PERSONIO_CLIENT_SECRET": "sandbox-client-secret",
}
LIFE = 25
"""How many requests go by until a token must be asked for anew."""


class Personio:
    """Answers for the firm's account."""

    def __init__(self, world: World) -> None:
        self._employees = employees(world)
        self._absences = absences(world)
        self._n_asked = 0
        self._token = ""
        self._routes: dict[str, Callable[[Request], dict[str, Any]]] = {
            "/v1/company/employees": self._people,
            "/v1/company/employees/attributes": self._attributes,
            "/v1/company/time-offs": self._time_offs,
        }

    def answer(self, request: Request) -> Response:
        """Answer one request, errors included."""
        if request.path == "/v1/auth":
            return self._let_in(request)
        self._n_asked += 1
        if self._n_asked % LIFE == 0:
            self._token = ""
        if not self._token or self._signed(request) != self._token:
            return refused(401, "The token is not valid any more.")
        if self._n_asked % 30 == 0:
            return refused(429, "Too many requests.", {"Retry-After": "0"})
        tell = self._routes.get(request.path)
        if tell is None:
            return refused(404, f"{request.path} was not found.")
        self._token = f"sandbox-token-{self._n_asked}"
        given = {"Authorization": f"Bearer {self._token}"}
        return answer({"success": True, **tell(request)}, headers=given)

    def _signed(self, request: Request) -> str:
        return request.headers.get("authorization", "").removeprefix("Bearer ")

    def _let_in(self, request: Request) -> Response:
        said = json.loads(request.body)
        if said != {
            "client_id": SECRETS["PERSONIO_CLIENT_ID"],
            "client_secret": SECRETS["PERSONIO_CLIENT_SECRET"],
        }:
            return refused(403, "Wrong credentials")
        self._token = f"sandbox-token-of-{self._n_asked}"
        data = {"token": self._token, "expires_in": 86_400, "scope": ""}
        return answer({"success": True, "data": data})

    def _people(self, request: Request) -> dict[str, Any]:
        names = request.query.get("attributes[]", "id").split(",")
        limit, offset = int(request.query["limit"]), int(request.query["offset"])
        page = [
            {
                "type": "Employee",
                "attributes": {name: one[name] for name in names if name in one},
            }
            for one in self._employees[offset : offset + limit]
        ]
        return {
            "metadata": _place(offset // limit, len(self._employees), limit),
            "data": page,
        }

    def _attributes(self, request: Request) -> dict[str, Any]:
        return {"data": attributes()}

    def _time_offs(self, request: Request) -> dict[str, Any]:
        limit, page = int(request.query["limit"]), max(1, int(request.query["offset"]))
        start, end = request.query["start_date"], request.query["end_date"]
        found: Sequence[Told] = [
            one
            for one in self._absences
            if one["start_date"][:10] <= end and one["end_date"][:10] >= start
        ]
        return {
            "metadata": _place(page, len(found), limit),
            "data": [
                {"type": "TimeOffPeriod", "attributes": one}
                for one in found[(page - 1) * limit : page * limit]
            ],
        }


def _place(page: int, total: int, limit: int) -> dict[str, int]:
    n_pages = max(1, -(-total // limit))
    return {"total_elements": total, "current_page": page, "total_pages": n_pages}


def refused(
    status: int, message: str, headers: dict[str, str] | None = None
) -> Response:
    """Return an error in Personio's words."""
    body = {"success": False, "error": {"code": status, "message": message}}
    return answer(body, status, headers)
