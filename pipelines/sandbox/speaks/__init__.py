"""One voice per system: the invented firm's records in that system's own words.

A voice knows the paging, cursors, deletes, types and rate limits of its system, and
nothing about how Plumbline reads it.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Protocol


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
