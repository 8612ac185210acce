"""Addresses that say that they will end: the headers Sunset and Deprecation.

Sunset (RFC 8594) is the moment from which an address answers no more; Deprecation
(RFC 9745) only says that something else should be asked instead.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from email.utils import parsedate_to_datetime

from pipelines.sources import Ending, Page, Reader


@dataclass
class Sunsets:
    """What the answers of one system said about their own end."""

    _heard: dict[str, date | None] = field(default_factory=dict)
    _told: set[str] = field(default_factory=set)

    def hear(self, resource: str, headers: Mapping[str, str]) -> None:
        """Note what an answer about ``resource`` says; the first word counts."""
        if "Sunset" in headers or "Deprecation" in headers:
            self._heard.setdefault(resource, _day(headers.get("Sunset", "")))

    def after(self, reader: Reader) -> Reader:
        """Return the reader, which tells at its end what was heard meanwhile."""

        def read(since: datetime | None) -> Iterator[Page]:
            yield from reader(since)
            for resource in sorted(self._heard.keys() - self._told):
                self._told.add(resource)
                yield Ending(resource, self._heard[resource])

        return read


def _day(said: str) -> date | None:
    try:
        return parsedate_to_datetime(said).date()
    except ValueError:
        return None
