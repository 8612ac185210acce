"""How Personio lists: an offset counts records in one place and pages in another."""

from collections.abc import Iterator, Mapping
from typing import Any

from pipelines.sources import Record, paging
from pipelines.sources.http import Client

PAGE = 100


class Lists:
    """The lists of one account."""

    def __init__(self, client: Client) -> None:
        self._client = client
        self._size = min(PAGE, client.page_size)

    def by_offset(self, resource: str, attributes: list[str]) -> Iterator[list[Record]]:
        """Yield pages of a list whose offset counts records."""
        came, total = 0, None

        def turn(offset: int) -> tuple[list[Record], int | None]:
            nonlocal came, total
            query = {
                "limit": str(self._size),
                "offset": str(offset),
                "attributes[]": attributes,
            }
            rows, told = self._page(resource, resource, query)
            came, total = came + len(rows), told.get("total_elements", total)
            return rows, offset + self._size if len(rows) == self._size else None

        yield from self._client.lists(resource, 0, turn)
        paging.agree(self._client.system, resource, total, came)

    def by_page(
        self, path: str, resource: str, query: Mapping[str, str]
    ) -> Iterator[list[Record]]:
        """Yield pages of a list whose offset counts pages; 0 and 1 may be the same."""
        seen: set[int] = set()
        came, total = 0, None

        def turn(offset: int) -> tuple[list[Record], int | None]:
            nonlocal came, total
            place = {**query, "limit": str(self._size), "offset": str(offset)}
            rows, told = self._page(path, resource, place)
            page, last = int(told["current_page"]), int(told["total_pages"])
            is_new = page not in seen
            seen.add(page)
            came, total = came + is_new * len(rows), told.get("total_elements", total)
            is_last = page >= (last - 1 if 0 in seen else last)
            return rows if is_new else [], None if is_last else offset + 1

        yield from self._client.lists(resource, 0, turn)
        paging.agree(self._client.system, resource, total, came)

    def _page(
        self, path: str, resource: str, query: Mapping[str, Any]
    ) -> tuple[list[Record], Mapping[str, Any]]:
        body = self._client.get(f"/v1/company/{path}", resource, query)
        rows = paging.records(self._client.system, resource, body, "data")
        return rows, body.get("metadata") or {}
