"""HubSpot CRM, version 2026-09, as it answers about the invented firm.

Lists and searches page by cursor; properties are text; deleted records are told only
where `archived=true` is asked; searches end after 10,000 results; every fiftieth request
is one too many, once. What public references do not settle is told the way the
connector's docstring names as unsettled.
"""

import json
from collections.abc import Callable, Mapping
from typing import Any

from pipelines.sandbox.speaks import Request, Response
from pipelines.sandbox.speaks.hubspot_objects import MODIFIED, Object, World
from pipelines.sandbox.speaks.hubspot_portal import Portal
from pipelines.sandbox.speaks.wire import answer

SECRETS = {"HUBSPOT_SERVICE_KEY": "sandbox-hubspot-key"}
VERSION = "2026-09"
REAL = "https://api.hubapi.com"
LIMITED = {
    "status": "error",
    "message": "You have reached your secondly limit.",
    "errorType": "RATE_LIMIT",
    "policyName": "SECONDLY",
}


class HubSpot:
    """Answers for the firm's portal."""

    search_window = 10_000
    """The most results that one search gives, over all its pages."""

    def __init__(self, world: World) -> None:
        self._portal = Portal(world)
        self._asked = 0

    def answer(self, request: Request) -> Response:
        """Answer one request, errors included."""
        if request.headers.get("authorization") != f"Bearer {SECRETS['HUBSPOT_SERVICE_KEY']}":
            return _error(401, "EXPIRED_AUTHENTICATION", "The key is not valid.")
        self._asked += 1
        if self._asked % 50 == 0:
            return answer(LIMITED, 429, {"Retry-After": "0"})
        match request.path.strip("/").split("/"):
            case ["crm", "objects", version, kind] if self._knows(version, kind):
                return self._list(request, kind)
            case ["crm", "objects", version, kind, "search"] if self._knows(
                version, kind
            ):
                return self._search(json.loads(request.body), kind)
            case ["crm", "objects", version, kind, "batch", "read"] if self._knows(
                version, kind
            ):
                return self._batch(request, kind)
            case ["crm", "associations", version, kind, other, "batch", "read"] if (
                self._knows(version, kind)
            ):
                return self._links(json.loads(request.body), kind, other)
            case ["crm", "owners", version] if version == VERSION:
                return _paged(request, self._portal.owners(), lambda row: row)
            case ["crm", "pipelines", version, "deals"] if version == VERSION:
                return answer({"results": self._portal.pipelines()})
            case ["settings", "currencies", version, "exchange-rates"] if (
                version == VERSION
            ):
                return _paged(request, self._portal.rates(), lambda row: row)
        return _error(404, "OBJECT_NOT_FOUND", f"{request.path} was not found.")

    def _knows(self, version: str, kind: str) -> bool:
        return version == VERSION and kind in self._portal.objects

    def _list(self, request: Request, kind: str) -> Response:
        is_archived = request.query.get("archived") == "true"
        names = request.query.get("properties", "hs_object_id").split(",")
        found = [o for o in self._portal.objects[kind] if o.is_archived == is_archived]
        return _paged(request, found, lambda found: _told(found, names))

    def _search(self, body: Mapping[str, Any], kind: str) -> Response:
        found = [o for o in self._portal.objects[kind] if not o.is_archived]
        for wanted in (
            body["filterGroups"][0]["filters"] if body["filterGroups"] else ()
        ):
            found = [o for o in found if _fits(o, kind, wanted)]
        for sort in body["sorts"]:
            found.sort(
                key=lambda o, name=sort["propertyName"]: o.properties[name] or ""
            )  # type: ignore[misc]
        start, limit = int(body.get("after") or 0), min(int(body["limit"]), 200)
        if start + limit > self.search_window:
            return _error(400, "VALIDATION_ERROR", "Search ends at 10,000 results.")
        page = [_told(o, body["properties"]) for o in found[start : start + limit]]
        return answer(
            {"total": len(found), "results": page, **_next(start + limit, len(found))}
        )

    def _batch(self, request: Request, kind: str) -> Response:
        body = json.loads(request.body)
        past = body.get("propertiesWithHistory") or []
        if len(body["inputs"]) > (50 if past else 100):
            return _error(400, "VALIDATION_ERROR", "Too many inputs for one batch.")
        is_archived = request.query.get("archived") == "true"
        wanted = {entry["id"] for entry in body["inputs"]}
        found = [
            _told(o, body["properties"])
            | ({"propertiesWithHistory": _past(o, past)} if past else {})
            for o in self._portal.objects[kind]
            if o.id in wanted and o.is_archived == is_archived
        ]
        return answer({"status": "COMPLETE", "results": found})

    def _links(self, body: Mapping[str, Any], kind: str, other: str) -> Response:
        wanted = {entry["id"] for entry in body["inputs"]}
        found = [
            {
                "from": {"id": o.id},
                "to": [
                    {
                        "toObjectId": o.links[other],
                        "associationTypes": [
                            {
                                "category": "HUBSPOT_DEFINED",
                                "typeId": 5,
                                "label": "Primary",
                            },
                            {
                                "category": "HUBSPOT_DEFINED",
                                "typeId": 341,
                                "label": None,
                            },
                        ],
                    }
                ],
            }
            for o in self._portal.objects[kind]
            if o.id in wanted and other in o.links
        ]
        return answer({"status": "COMPLETE", "results": found})


def _fits(found: Object, kind: str, wanted: Mapping[str, str]) -> bool:
    name, value = wanted["propertyName"], found.properties.get(wanted["propertyName"])
    if wanted["operator"] == "HAS_PROPERTY":
        return value is not None
    if name == MODIFIED.get(kind, "hs_lastmodifieddate") and value is not None:
        return _milliseconds(value) >= int(wanted["value"])
    return False


def _milliseconds(said: str) -> int:
    from datetime import datetime

    return round(datetime.fromisoformat(said).timestamp() * 1000)


def _told(found: Object, names: list[str]) -> dict[str, Any]:
    told = {
        "id": found.id,
        "properties": {name: found.properties.get(name) for name in names},
        "createdAt": found.created_at,
        "updatedAt": found.updated_at,
        "archived": found.is_archived,
    }
    return told | ({"archivedAt": found.updated_at} if found.is_archived else {})


def _past(found: Object, names: list[str]) -> dict[str, Any]:
    return {name: found.history[name] for name in names if name in found.history}


def _paged(
    request: Request, rows: list[Any], tell: Callable[[Any], dict[str, Any]]
) -> Response:
    start = int(request.query.get("after", "0"))
    end = start + min(int(request.query.get("limit", "10")), 100)
    page = [tell(row) for row in rows[start:end]]
    return answer({"results": page, **_next(end, len(rows))}, headers=_budget())


def _next(end: int, total: int) -> dict[str, Any]:
    if end >= total:
        return {}
    return {"paging": {"next": {"after": str(end), "link": f"{REAL}/?after={end}"}}}


def _budget() -> dict[str, str]:
    return {
        "X-HubSpot-RateLimit-Max": "110",
        "X-HubSpot-RateLimit-Remaining": "100",
        "X-HubSpot-RateLimit-Interval-Milliseconds": "10000",
    }


def _error(status: int, category: str, message: str) -> Response:
    return answer({"status": "error", "message": message, "category": category}, status)
