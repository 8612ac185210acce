"""Pages of a list, and the doubt that a list deserves until its last page has come."""

import json
from collections.abc import Callable, Hashable, Iterator, Sequence
from typing import Any, TypeVar

from pipelines.sources import Record, SourceError

Position = TypeVar("Position", bound=Hashable)
Turn = Callable[[Position], tuple[list[Record], Position | None]]
"""Fetches the page at a position; returns its records and the next position, or None
behind the last page. A position is whatever the API calls it: a cursor, an offset."""


def follow(
    system: str, resource: str, start: Position, turn: "Turn[Position]"
) -> Iterator[list[Record]]:
    """Yield pages from ``start`` until ``turn`` says that there is no next position.

    Raises SourceError when a position comes twice (a looping cursor), or when two full
    pages in a row are the same (an API that ignores the position).
    """
    seen: set[Position] = set()
    position: Position | None = start
    before: list[Record] | None = None
    while position is not None:
        if position in seen:
            raise SourceError(
                system,
                resource,
                f"the page {position!r} leads back to itself after {len(seen)} pages. "
                "Nothing was loaded; run again, and ask the vendor when it stays.",
            )
        seen.add(position)
        page, position = turn(position)
        if page and page == before:
            raise SourceError(
                system,
                resource,
                f"page {len(seen)} repeats the page before it. Nothing was loaded; "
                "run again, and ask the vendor when it stays.",
            )
        before = page
        yield page


def records(system: str, resource: str, body: Any, *path: str) -> list[Record]:
    """Return the list at ``path`` of an answer. Raises SourceError when there is none.

    An answer without its list is an error body or half an answer, never an empty list.
    """
    at = body
    for step in path:
        if not isinstance(at, dict) or step not in at:
            raise SourceError(
                system,
                resource,
                f"the answer has no `{'.'.join(path)}`, but says "
                f"{json.dumps(body, default=str)[:200]}. Nothing was loaded.",
            )
        at = at[step]
    if not isinstance(at, list) or not all(isinstance(row, dict) for row in at):
        raise SourceError(
            system,
            resource,
            f"`{'.'.join(path) or 'the answer'}` is not a list of records. "
            "Nothing was loaded; check the version of the API.",
        )
    return at


def agree(system: str, resource: str, told: int | None, came: int) -> None:
    """Raise SourceError when a list is shorter than the count the system told."""
    if told is not None and came < told:
        raise SourceError(
            system,
            resource,
            f"{came} of {told} records came. Nothing was loaded; run again.",
        )


def batches(keys: Sequence[str], size: int) -> Iterator[list[str]]:
    """Yield ``keys`` in lists of at most ``size``."""
    for start in range(0, len(keys), size):
        yield list(keys[start : start + size])
