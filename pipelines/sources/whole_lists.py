"""Lists that are read whole, again when they change meanwhile, and their ids."""

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from operator import itemgetter

from pipelines.sources import Page, Reader, Record, SourceError, TableError
from pipelines.sources.http import Client

ROUNDS = 3
"""How often a list is read that changes meanwhile."""

Counted = Iterator[tuple[list[Record], int | None]]
"""Pages, each with the count of the whole list that the system told with it."""


def whole(
    system: str,
    resource: str,
    key: Callable[[Record], object],
    pages: Callable[[], Counted],
) -> Iterator[list[Record]]:
    """Yield the pages of a list, again when fewer records came than there were.

    ``pages`` reads the list from its beginning. Where pages are numbered, a record that
    is added, moved or deleted meanwhile hides one that nobody met: then fewer different
    records came than the highest count that was told. Raises SourceError when that
    stays so.
    """
    for _ in range(ROUNDS):
        seen: set[object] = set()
        most = 0
        for page, count in pages():
            most = max(most, count or 0)
            seen |= {key(record) for record in page}
            yield page
        if len(seen) >= most:
            return
    raise SourceError(
        system,
        resource,
        f"{len(seen)} of {most} records came, {ROUNDS} times: the list changes while "
        "it is read. Nothing was loaded; run again.",
    )


@dataclass(frozen=True)
class Lists(ABC):
    """One account that is asked for whole lists; remembers the ids that it met."""

    client: Client
    met: dict[str, set[str]] = field(default_factory=dict)
    """By list, once it was read to its end."""

    @abstractmethod
    def pages(self, name: str, said: Mapping[str, str]) -> Counted:
        """Yield a list from its beginning, with the count that the system tells.

        ``said`` are the conditions of the list, as the system names them.
        """

    def listed(self, name: str, **said: str) -> Iterator[list[Record]]:
        """Yield a list until every record of its count came."""
        system, key = self.client.system, itemgetter("id")
        met: set[str] = set()
        for page in whole(system, name, key, lambda: self.pages(name, said)):
            met |= {str(record["id"]) for record in page}
            yield page
        if not said:
            self.met[name] = met

    def ids(self, name: str) -> Reader:
        """Return a reader of the ids of a list, which was read before.

        It raises TableError when that did not come to its end: then nothing is known
        to be deleted.
        """

        def read(since: datetime | None) -> Iterator[Page]:
            if name not in self.met:
                raise TableError(
                    self.client.system,
                    name,
                    "the list was not read to its end, so that nothing in it is known "
                    "to be deleted. The last complete rows stay.",
                )
            yield [{"id": number} for number in sorted(self.met[name])]

        return read
