"""Which record is a copy of which."""

import re
from collections.abc import Callable, Iterable
from datetime import datetime

from tests.oracle.facts import Row

COPY_MARKS = re.compile(r"\bcopy of\b|\bcopy\b|\(\d+\)")


def plain(name: str) -> str:
    """Return a name without case, punctuation and marks of a copy."""
    unmarked = COPY_MARKS.sub(" ", name.lower())
    return " ".join(re.sub(r"[^\w]+", " ", unmarked).split())


def survivors(
    rows: Iterable[Row],
    key: str,
    is_same: Callable[[Row, Row], bool],
    n_references: Callable[[str], int],
) -> dict[str, str]:
    """Return for every record the one that counts; usually itself.

    The member most records refer to survives, then the oldest, then the smallest id.
    """
    groups: list[list[Row]] = []
    for row in rows:
        met = [group for group in groups if any(is_same(row, one) for one in group)]
        groups = [group for group in groups if not any(group is one for one in met)]
        groups.append([row, *(one for group in met for one in group)])
    found: dict[str, str] = {}
    for group in groups:
        best = min(
            group,
            key=lambda row: (
                -n_references(row[key]),
                row.get("created_at") or datetime.max,
                row[key],
            ),
        )
        found.update({row[key]: best[key] for row in group})
    return found
