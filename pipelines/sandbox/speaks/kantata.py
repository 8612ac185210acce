"""Kantata OX as it answers about the invented firm.

Every list is an envelope: `results` names the records, which lie beside it by kind and
id. Pages are numbered; while a list of several pages is read for the first time, one
record moves behind the reader. One request in 70 is refused, without a word on how long
to wait.
"""

from typing import Any

from pipelines.sandbox.speaks import Request, Response
from pipelines.sandbox.speaks.kantata_links import custom_values, events, references
from pipelines.sandbox.speaks.kantata_records import (
    Told,
    groups,
    memberships,
    role_ids,
    users,
    workspaces,
)
from pipelines.sandbox.speaks.kantata_work import (
    allocations,
    expenses,
    resources,
    time_entries,
    time_off,
)
from pipelines.sandbox.speaks.quickbooks_words import World
from pipelines.sandbox.speaks.wire import answer

SECRETS = {"KANTATA_TOKEN": "sandbox-kantata"}


class Kantata:
    """Answers for the firm's account."""

    limited_every = 70
    drifts = True

    def __init__(self, world: World) -> None:
        roles = [
            {"id": number, "name": name} for name, number in role_ids(world).items()
        ]
        self._lists: dict[str, Told] = {
            "workspace_groups": groups(world),
            "workspaces": workspaces(world),
            "users": users(world),
            "account_memberships": memberships(world),
            "roles": roles,
            "time_entries": time_entries(world),
            "expenses": expenses(world),
            "workspace_resources": resources(world),
            "workspace_allocations": allocations(world),
            "time_off_entries": time_off(world),
            "custom_field_values": custom_values(world),
            "external_references": references(world),
            "subscribed_events": events(world),
        }
        self._drifting = set(self._lists) if self.drifts else set()
        self._asked = 0

    def answer(self, request: Request) -> Response:
        """Answer one request, errors included."""
        self._asked += 1
        if request.headers.get("authorization") != f"Bearer {SECRETS['KANTATA_TOKEN']}":
            return _refused(401, "oauth", "Invalid token")
        if self._asked % self.limited_every == 0:
            return _refused(429, "system", "Rate limit exceeded")
        name = request.path.removeprefix("/api/v1/").removesuffix(".json")
        if name not in self._lists:
            return _refused(404, "system", "Not Found")
        return answer(self._page(name, request))

    def _page(self, name: str, request: Request) -> dict[str, Any]:
        query, found = request.query, self._lists[name]
        if since := query.get("updated_after"):
            found = [row for row in found if (row.get("updated_at") or "") >= since]
        if days := query.get("date_performed_between"):
            first, _, last = days.partition(":")
            found = [row for row in found if first <= row["date_performed"] <= last]
        size = min(int(query.get("per_page", "20")), 200)
        page = int(query.get("page", "1"))
        if page > 1 and name in self._drifting:
            self._drifting.discard(name)
            found = [*found[1:], found[0]]
        told = found[(page - 1) * size : page * size]
        return {
            "count": len(found),
            "results": [{"key": name, "id": row["id"]} for row in told],
            name: {row["id"]: row for row in told},
            "meta": {
                "count": len(found),
                "page_count": -(-len(found) // size),
                "page_number": page,
                "page_size": size,
            },
        }


def _refused(status: int, kind: str, message: str) -> Response:
    return answer({"errors": [{"type": kind, "message": message}]}, status)
