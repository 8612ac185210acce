"""How HubSpot lists: by cursor."""

from collections.abc import Iterator, Mapping
from typing import Any

import requests

from pipelines.sources import Record, paging
from pipelines.sources.http import Client

VERSION = "2026-09"
"""HubSpot's date versions live 18 months; this is the one place that names one."""

PAGE = 100


def is_daily(response: requests.Response) -> bool:
    """Return whether a 429 speaks of the portal's daily limit."""
    return '"DAILY"' in response.text


class Lists:
    """The lists of one portal."""

    def __init__(self, client: Client) -> None:
        self._client = client
        self._page = min(PAGE, client.page_size)

    def pages(
        self, path: str, resource: str, query: Mapping[str, str]
    ) -> Iterator[list[Record]]:
        """Yield the pages of a list. The cursor is followed, never the link beside it:
        the link names the real address whatever address we were given.
        """

        def turn(cursor: str) -> tuple[list[Record], str | None]:
            place = {**query, **({"after": cursor} if cursor else {})}
            place |= {"limit": str(self._page)}
            body = self._client.get(path, resource, place)
            return self.results(body, resource), after(body)

        return self._client.lists(resource, "", turn)

    def ids(self, name: str, is_archived: bool) -> Iterator[list[str]]:
        """Yield the ids of every record, of the archived or of the other ones."""
        query = {"properties": "hs_object_id", "archived": str(is_archived).lower()}
        path = f"/crm/objects/{VERSION}/{name}"
        for page in self.pages(path, name, query):
            yield [record["id"] for record in page]

    def results(self, body: Any, resource: str) -> list[Record]:
        """Return the records of an answer."""
        return paging.records(self._client.system, resource, body, "results")


def after(body: Any) -> str | None:
    """Return the cursor of the next page, or None behind the last."""
    following: str | None = body.get("paging", {}).get("next", {}).get("after")
    return following
