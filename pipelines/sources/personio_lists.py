"""How Personio lists: an offset counts records in one place and pages in another."""

from collections.abc import Iterator, Mapping
from functools import partial
from typing import Any

from pipelines.sources import Record, paging
from pipelines.sources.http import Client
from pipelines.sources.personio_answers import value
from pipelines.sources.whole_lists import Counted, whole

PAGE = 100


class Lists:
    """The lists of one account."""

    def __init__(self, client: Client) -> None:
        self._client = client
        self._size = min(PAGE, client.page_size)

    def by_offset(self, resource: str, attributes: list[str]) -> Iterator[list[Record]]:
        """Yield pages of a list whose offset counts records."""

        def key(record: Record) -> object:
            return value(record["attributes"], "id")

        pages = partial(self._by_offset, resource, attributes)
        yield from whole(self._client.system, resource, key, pages)

    def by_page(
        self, path: str, resource: str, query: Mapping[str, str]
    ) -> Iterator[list[Record]]:
        """Yield pages of a list whose offset counts pages; 0 and 1 may be the same."""

        def key(record: Record) -> object:
            return record["attributes"]["id"]

        pages = partial(self._by_page, path, resource, query)
        yield from whole(self._client.system, resource, key, pages)

    def _by_offset(self, resource: str, attributes: list[str]) -> Counted:
        total = None

        def turn(offset: int) -> tuple[list[Record], int | None]:
            nonlocal total
            query = {
                "limit": str(self._size),
                "offset": str(offset),
                "attributes[]": attributes,
            }
            rows, told = self._page(resource, resource, query)
            total = told.get("total_elements", total)
            return rows, offset + self._size if len(rows) == self._size else None

        for page in self._client.lists(resource, 0, turn):
            yield page, total

    def _by_page(self, path: str, resource: str, query: Mapping[str, str]) -> Counted:
        seen: set[int] = set()
        total = None

        def turn(offset: int) -> tuple[list[Record], int | None]:
            nonlocal total
            place = {**query, "limit": str(self._size), "offset": str(offset)}
            rows, told = self._page(path, resource, place)
            page, last = int(told["current_page"]), int(told["total_pages"])
            is_new = page not in seen
            seen.add(page)
            total = told.get("total_elements", total)
            is_last = page >= (last - 1 if 0 in seen else last)
            return rows if is_new else [], None if is_last else offset + 1

        for rows in self._client.lists(resource, 0, turn):
            yield rows, total

    def _page(
        self, path: str, resource: str, query: Mapping[str, Any]
    ) -> tuple[list[Record], Mapping[str, Any]]:
        body = self._client.get(f"/v1/company/{path}", resource, query)
        rows = paging.records(self._client.system, resource, body, "data")
        return rows, body.get("metadata") or {}
