"""Lists that are read whole, again when they change meanwhile, and their ids."""

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import datetime

from pipelines.sources import Page, Reader, Record, SourceError
from pipelines.sources.http import Client

ROUNDS = 3
"""How often a list is read that changes meanwhile."""


def whole(
    system: str,
    resource: str,
    key: str,
    pages: Callable[[], Iterator[tuple[list[Record], int]]],
) -> Iterator[list[Record]]:
    """Yield the pages of a list, again when fewer records came than there are.

    ``pages`` reads the list from its beginning; with each page comes the count that the
    system tells. Where pages are numbered, a record that moves in between hides one
    that nobody met. Raises SourceError when that stays so.
    """
    seen: set[str] = set()
    for _ in range(ROUNDS):
        told = 0
        for page, count in pages():
            told = count
            seen |= {str(record.get(key)) for record in page}
            yield page
        if len(seen) >= told:
            return
    raise SourceError(
        system,
        resource,
        f"{len(seen)} of {told} records came, {ROUNDS} times: the list changes while "
        "it is read. Nothing was loaded; run again.",
    )


@dataclass(frozen=True)
class Lists(ABC):
    """One account that is asked for whole lists; remembers the ids that it met."""

    client: Client
    met: dict[str, set[str]] = field(default_factory=dict)

    @abstractmethod
    def pages(self, name: str) -> Iterator[tuple[list[Record], int]]:
        """Yield a list from its beginning, with the count that the system tells."""

    def listed(self, name: str) -> Iterator[list[Record]]:
        """Yield a whole list until every record of its count came."""
        self.met[name] = set()
        for page in whole(self.client.system, name, "id", lambda: self.pages(name)):
            self.met[name] |= {str(record["id"]) for record in page}
            yield page

    def ids(self, name: str) -> Reader:
        """Return a reader of the ids of a list, which was read before."""

        def read(since: datetime | None) -> Iterator[Page]:
            yield [{"id": number} for number in sorted(self.met[name])]

        return read
