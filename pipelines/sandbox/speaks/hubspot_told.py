"""Objects, pages and errors in HubSpot's words."""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from typing import Any, TypeVar

from pipelines.sandbox.speaks import Request, Response
from pipelines.sandbox.speaks.hubspot_objects import Object
from pipelines.sandbox.speaks.wire import answer

Told = TypeVar("Told")

REAL = "https://api.hubapi.com"
LIMITED = {
    "status": "error",
    "message": "You have reached your secondly limit.",
    "errorType": "RATE_LIMIT",
    "policyName": "SECONDLY",
}


def told(one: Object, names: Sequence[str]) -> dict[str, Any]:
    """Return an object with the properties that were asked for."""
    said = {
        "id": one.id,
        "properties": {name: one.properties.get(name) for name in names},
        "createdAt": one.created_at,
        "updatedAt": one.updated_at,
        "archived": one.is_archived,
    }
    return said | ({"archivedAt": one.updated_at} if one.is_archived else {})


def past_of(one: Object, names: Sequence[str]) -> dict[str, Any]:
    """Return the history of the properties that were asked for."""
    past = {name: one.history[name] for name in names if name in one.history}
    return {"propertiesWithHistory": past}


def linked(one: Object, other: str) -> dict[str, Any]:
    """Return what an object is associated with, the primary label first."""
    labels = [
        {"category": "HUBSPOT_DEFINED", "typeId": 5, "label": "Primary"},
        {"category": "HUBSPOT_DEFINED", "typeId": 341, "label": None},
    ]
    to = {"toObjectId": one.links[other], "associationTypes": labels}
    return {"from": {"id": one.id}, "to": [to]}


def fits(one: Object, wanted: Mapping[str, str]) -> bool:
    """Return whether an object passes one filter of a search."""
    value = one.properties.get(wanted["propertyName"])
    if value is None or wanted["operator"] == "HAS_PROPERTY":
        return value is not None
    if wanted["operator"] == "GT":
        return value > wanted["value"]
    milliseconds = round(datetime.fromisoformat(value).timestamp() * 1000)
    if wanted["operator"] == "EQ":
        return milliseconds == int(wanted["value"])
    return milliseconds >= int(wanted["value"])


def paged(
    request: Request, rows: Sequence[Told], tell: Callable[[Told], dict[str, Any]]
) -> Response:
    """Return one page of a list, with the budget that is left."""
    start = int(request.query.get("after", "0"))
    end = start + min(int(request.query.get("limit", "10")), 100)
    page = [tell(row) for row in rows[start:end]]
    budget = {
        "X-HubSpot-RateLimit-Max": "110",
        "X-HubSpot-RateLimit-Remaining": "100",
        "X-HubSpot-RateLimit-Interval-Milliseconds": "10000",
    }
    return answer({"results": page, **following(end, len(rows))}, headers=budget)


def following(end: int, total: int) -> dict[str, Any]:
    """Return the place of the next page; its link names the real address."""
    if end >= total:
        return {}
    return {"paging": {"next": {"after": str(end), "link": f"{REAL}/?after={end}"}}}


def error(status: int, category: str, message: str) -> Response:
    """Return an error in HubSpot's words."""
    return answer({"status": "error", "message": message, "category": category}, status)
