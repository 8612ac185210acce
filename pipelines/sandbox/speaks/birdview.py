"""Birdview PSA as it is declared to answer about the invented firm.

Lists are bare JSON arrays; `$filter`, `$orderby`, `$skip`, `$top` and `$select` are
those of OData's first versions; `$top` is 25 unless said and at most 1,000; without an
Accept header the answer is XML. A deleted record leaves the list and no trace.
"""

import base64
import re
from collections.abc import Mapping
from typing import Any

from pipelines.sandbox.speaks import Request, Response
from pipelines.sandbox.speaks.birdview_records import RESOURCES, World, told
from pipelines.sandbox.speaks.wire import answer

SECRETS = {"BIRDVIEW_USER": "night@meridian.example", "BIRDVIEW_PASSWORD": "sandbox"}
MOST = 1000
CONDITION = re.compile(r"(\w+) (ge|gt) (?:datetime)?'([^']*)'|(\w+) (ge|gt) (\d+)")


class Birdview:
    """Answers for the firm's account."""

    def __init__(self, world: World) -> None:
        self._lists = {
            path: told(world, resource) for path, resource in RESOURCES.items()
        }

    def answer(self, request: Request) -> Response:
        """Answer one request, errors included."""
        if request.headers.get("authorization") != f"Basic {_pair()}":
            return answer({"Message": "Authentication failed."}, 401)
        if "json" not in request.headers.get("accept", ""):
            return Response(200, b"<ArrayOfEntity/>", {"Content-Type": "text/xml"})
        version, _, name = request.path.removeprefix("/rest/").partition("/")
        if request.method != "GET" or version != "v1" or name not in self._lists:
            return answer({"Message": f"No resource at {request.path}."}, 404)
        try:
            return answer(_page(self._lists[name], request.query))
        except (KeyError, ValueError) as error:
            return answer({"Message": f"Bad query: {error}."}, 400)


def _pair() -> str:
    said = f"{SECRETS['BIRDVIEW_USER']}:{SECRETS['BIRDVIEW_PASSWORD']}"
    return base64.b64encode(said.encode()).decode()


def _page(records: list[dict[str, Any]], query: Mapping[str, str]) -> list[Any]:
    found = _filtered(records, query.get("$filter", ""))
    for word in reversed(query.get("$orderby", "").split(",")):
        if field := word.strip().removesuffix(" asc"):
            found = _sorted(found, field)
    start = int(query.get("$skip", "0"))
    page = found[start : start + min(int(query.get("$top", "25")), MOST)]
    names = query.get("$select")
    if names:
        return [{name: record[name] for name in names.split(",")} for record in page]
    return page


def _sorted(records: list[dict[str, Any]], field: str) -> list[dict[str, Any]]:
    return sorted(records, key=lambda record: record[field] or "")


def _filtered(records: list[dict[str, Any]], said: str) -> list[dict[str, Any]]:
    found = records
    for part in said.split(" and ") if said else ():
        match = CONDITION.fullmatch(part.strip())
        if match is None:
            raise ValueError(f"the filter {part} cannot be read")
        field, how = match[1] or match[4], match[2] or match[5]
        value: Any = match[3] if match[1] else int(match[6])
        found = [
            record
            for record in found
            if record[field] is not None
            and (record[field] > value or (how == "ge" and record[field] == value))
        ]
    return found
