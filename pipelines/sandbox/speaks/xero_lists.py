"""Xero's lists: pages, order, what changed since, and how a list drifts."""

import re
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from typing import Any

Records = Sequence[Mapping[str, Any]]
_MOMENT = re.compile(r"/Date\((\d+)")
_SECOND = 1000


class Lists:
    """Answers for each list of records; between two pages one record may move."""

    def __init__(self, lists: Mapping[str, Records], *, drifts: bool) -> None:
        self._lists = {
            name: sorted(records, key=_updated) for name, records in lists.items()
        }
        self._drifting = set(lists) if drifts else set()

    def __contains__(self, name: object) -> bool:
        """Return whether there is a list of this name."""
        return name in self._lists

    def told(
        self, name: str, query: Mapping[str, str], since: str | None
    ) -> dict[str, Any]:
        """Return one page with its pagination, or the whole list without one.

        Without a page Xero leaves the lines of documents out.
        """
        found = self._found(name, query, since)
        if "page" not in query:
            bare = [
                {key: value for key, value in record.items() if key != "LineItems"}
                for record in found
            ]
            return {name: bare}
        page, size = int(query["page"]), min(int(query.get("pageSize", "100")), 1000)
        if page > 1 and len(found) > size and name in self._drifting:
            # Meanwhile somebody touched the oldest record: it moves to the end.
            self._drifting.discard(name)
            found = [*found[1:], found[0]]
        return {
            "pagination": {
                "page": page,
                "pageSize": size,
                "pageCount": -(-len(found) // size),
                "itemCount": len(found),
            },
            name: found[(page - 1) * size : page * size],
        }

    def _found(
        self, name: str, query: Mapping[str, str], since: str | None
    ) -> list[Mapping[str, Any]]:
        found = list(self._lists[name])
        if since:
            moment = datetime.fromisoformat(since).replace(tzinfo=UTC)
            earliest = int(moment.timestamp() * _SECOND)
            found = [record for record in found if _updated(record) >= earliest]
        if name == "Contacts" and query.get("includeArchived") != "true":
            found = [r for r in found if r["ContactStatus"] != "ARCHIVED"]
        if kind := re.fullmatch(r'Type=="(\w+)"', query.get("where", "")):
            found = [record for record in found if record["Type"] == kind[1]]
        if query.get("order", "").startswith("Date"):
            found.sort(key=lambda record: str(record["DateString"]))
        return found


def _updated(record: Mapping[str, Any]) -> int:
    said = _MOMENT.match(record["UpdatedDateUTC"])
    return int(said[1]) if said else 0
