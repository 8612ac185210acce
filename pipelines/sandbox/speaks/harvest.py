"""Harvest as it answers about the invented firm.

Pages follow a cursor; while a list of several pages is read for the first time, one
record is added and another moves behind it. One request in 60 is over the limit of 15
seconds, and the refusal has an empty body. Who does not say who asks gets nothing.
"""

from datetime import datetime
from typing import Any
from urllib.parse import urlencode

from pipelines.sandbox.speaks import Request, Response
from pipelines.sandbox.speaks.harvest_hours import expenses, time_entries
from pipelines.sandbox.speaks.harvest_records import (
    Told,
    clients,
    projects,
    user_assignments,
    users,
)
from pipelines.sandbox.speaks.quickbooks_words import World
from pipelines.sandbox.speaks.wire import answer

SECRETS = {"HARVEST_TOKEN": "sandbox-harvest", "HARVEST_ACCOUNT_ID": "1029384"}
LINK = "https://api.harvestapp.com/v2"


class Harvest:
    """Answers for the firm's account."""

    limited_every = 60
    drifts = True

    def __init__(self, world: World) -> None:
        self._lists: dict[str, Told] = {
            "clients": clients(world),
            "projects": projects(world),
            "users": users(world),
            "user_assignments": user_assignments(world),
            "time_entries": time_entries(world),
            "expenses": expenses(world),
        }
        self._drifting = set(self._lists) if self.drifts else set()
        self._asked = 0

    def answer(self, request: Request) -> Response:
        """Answer one request, errors included."""
        self._asked += 1
        said = request.headers
        if said.get("authorization") != f"Bearer {SECRETS['HARVEST_TOKEN']}":
            return answer({"error": "invalid_token"}, 401)
        if not said.get("user-agent", "").startswith("Plumbline"):
            return answer({"error": "Please say who asks: User-Agent"}, 400)
        if said.get("harvest-account-id") != SECRETS["HARVEST_ACCOUNT_ID"]:
            return answer({"error": "The account is not this token's"}, 403)
        if self._asked % self.limited_every == 0:
            return Response(429, b"", {"Retry-After": "1", "Content-Type": "text/html"})
        name = request.path.removeprefix("/v2/")
        if name not in self._lists:
            return answer({"status": 404, "error": "Not Found"}, 404)
        return answer(self._page(name, request))

    def _page(self, name: str, request: Request) -> dict[str, Any]:
        query, found = request.query, self._lists[name]
        if since := query.get("updated_since"):
            earliest = datetime.fromisoformat(since)
            found = [
                record
                for record in found
                if datetime.fromisoformat(record["updated_at"]) >= earliest
            ]
        first, last = query.get("from", ""), query.get("to", "9999")
        if "from" in query or "to" in query:
            found = [row for row in found if first <= row["spent_date"] <= last]
        size = min(int(query.get("per_page", "2000")), 2000)
        start = int(query.get("cursor", "0"))
        if start and name in self._drifting:
            # Meanwhile the list moved by one: the first record of this page is missed.
            self._drifting.discard(name)
            found = [*found[1:], found[0]]
        end = start + size
        asked = {**query, "cursor": str(end), "per_page": str(size)}
        following = f"{LINK}/{name}?{urlencode(asked)}"
        return {
            name: found[start:end],
            "per_page": size,
            "total_pages": max(1, -(-len(found) // size)),
            "total_entries": len(found),
            "next_page": None,
            "previous_page": None,
            "page": None if start else 1,
            "links": {
                "first": f"{LINK}/{name}?per_page={size}",
                "next": following if end < len(found) else None,
                "previous": None,
                "last": None,
            },
        }
