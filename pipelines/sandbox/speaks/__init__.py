"""One voice per system: the invented firm's records in that system's own words.

A voice knows the paging, cursors, deletes, types and rate limits of its system, and
nothing about how Plumbline reads it.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, Protocol, TypeAlias

Row: TypeAlias = Mapping[str, Any]
"""A record of the invented firm, in the columns of the common model."""


class World(Protocol):
    """Whatever has records by role and table."""

    def records(self, role: str, table: str) -> Iterable[Row]:
        """Return the records of one common table."""
        ...


@dataclass(frozen=True)
class Request:
    """What a client asked. `path` starts behind the system's base address."""

    method: str
    path: str
    query: Mapping[str, str]
    headers: Mapping[str, str]
    """Names in lower case."""
    body: bytes = b""


@dataclass(frozen=True)
class Response:
    """What the system answers; `body` is what goes over the wire."""

    status: int
    body: bytes
    headers: Mapping[str, str] = field(default_factory=dict)


class Voice(Protocol):
    """A system that answers requests about the invented firm."""

    def answer(self, request: Request) -> Response:
        """Answer one request the way the real system would, errors included."""
        ...
