"""HubSpot CRM, version 2026-09, as it answers about the invented firm.

Lists and searches page by cursor; properties are text; archived records are told only
where `archived=true` is asked; a search ends after 10,000 results; every fiftieth
request is one too many. What public references do not settle is told the way that the
connector's docstring names as unsettled.
"""

import json
import re
from collections.abc import Callable
from typing import Any

from pipelines.sandbox.speaks import Request, Response
from pipelines.sandbox.speaks.hubspot_objects import Object, World
from pipelines.sandbox.speaks.hubspot_portal import Portal
from pipelines.sandbox.speaks.hubspot_told import (
    LIMITED,
    error,
    fits,
    following,
    linked,
    paged,
    past_of,
    told,
)
from pipelines.sandbox.speaks.wire import answer

SECRETS = {"HUBSPOT_SERVICE_KEY": "sandbox-hubspot-key"}
SIGNED = f"Bearer {SECRETS['HUBSPOT_SERVICE_KEY']}"
VERSION = "2026-09"


class HubSpot:
    """Answers for the firm's portal."""

    search_window = 10_000
    """The most results that one search gives, over all its pages."""

    def __init__(self, world: World) -> None:
        self._portal = Portal(world)
        self._asked = 0
        self._routes: dict[str, Callable[..., Response]] = {
            rf"/crm/objects/{VERSION}/(\w+)": self._list,
            rf"/crm/objects/{VERSION}/(\w+)/search": self._search,
            rf"/crm/objects/{VERSION}/(\w+)/batch/read": self._batch,
            rf"/crm/associations/{VERSION}/(\w+)/(\w+)/batch/read": self._links,
            rf"/crm/properties/{VERSION}/(\w+)": self._properties,
            rf"/crm/owners/{VERSION}": self._owners,
            rf"/crm/pipelines/{VERSION}/deals": self._pipelines,
            rf"/settings/currencies/{VERSION}/exchange-rates": self._rates,
        }

    def answer(self, request: Request) -> Response:
        """Answer one request, errors included."""
        if request.headers.get("authorization") != SIGNED:
            return error(401, "EXPIRED_AUTHENTICATION", "The key is not valid.")
        self._asked += 1
        if self._asked % 50 == 0:
            return answer(LIMITED, 429, {"Retry-After": "0"})
        for path, tell in self._routes.items():
            asked = re.fullmatch(path, request.path)
            if asked and (not asked.groups() or asked[1] in self._portal.objects):
                return tell(request, *asked.groups())
        return error(404, "OBJECT_NOT_FOUND", f"{request.path} was not found.")

    def _found(self, kind: str, is_archived: bool) -> list[Object]:
        return [o for o in self._portal.objects[kind] if o.is_archived == is_archived]

    def _list(self, request: Request, kind: str) -> Response:
        names = request.query.get("properties", "hs_object_id").split(",")
        found = self._found(kind, request.query.get("archived") == "true")
        return paged(request, found, lambda one: told(one, names))

    def _properties(self, request: Request, kind: str) -> Response:
        names = {name for one in self._portal.objects[kind] for name in one.properties}
        return answer({"results": [{"name": name} for name in sorted(names)]})

    def _search(self, request: Request, kind: str) -> Response:
        body = json.loads(request.body)
        found = self._found(kind, False)
        for group in body["filterGroups"]:
            for wanted in group["filters"]:
                found = [one for one in found if fits(one, wanted)]
        for sort in body["sorts"]:
            by = sort["propertyName"]
            found = sorted(found, key=lambda one: one.properties.get(by) or "")
        start, limit = int(body.get("after") or 0), min(int(body["limit"]), 200)
        if start + limit > self.search_window:
            return error(400, "VALIDATION_ERROR", "A search ends at 10,000 results.")
        page = [told(one, body["properties"]) for one in found[start : start + limit]]
        place = following(start + limit, len(found))
        return answer({"total": len(found), "results": page, **place})

    def _batch(self, request: Request, kind: str) -> Response:
        body = json.loads(request.body)
        past = body.get("propertiesWithHistory") or []
        if len(body["inputs"]) > (50 if past else 100):
            return error(400, "VALIDATION_ERROR", "Too many inputs for one batch.")
        wanted = {entry["id"] for entry in body["inputs"]}
        found = [
            told(one, body["properties"]) | (past_of(one, past) if past else {})
            for one in self._found(kind, request.query.get("archived") == "true")
            if one.id in wanted
        ]
        return answer({"status": "COMPLETE", "results": found})

    def _links(self, request: Request, kind: str, other: str) -> Response:
        wanted = {entry["id"] for entry in json.loads(request.body)["inputs"]}
        found: list[dict[str, Any]] = [
            linked(one, other)
            for one in self._portal.objects[kind]
            if one.id in wanted and other in one.links
        ]
        return answer({"status": "COMPLETE", "results": found})

    def _owners(self, request: Request) -> Response:
        is_archived = request.query.get("archived") == "true"
        owners = [] if is_archived else self._portal.owners()
        return paged(request, owners, lambda one: one)

    def _pipelines(self, request: Request) -> Response:
        return answer({"results": self._portal.pipelines()})

    def _rates(self, request: Request) -> Response:
        return paged(request, self._portal.rates(), lambda one: one)
