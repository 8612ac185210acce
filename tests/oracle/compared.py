"""Sets the calculation beside a built night, and says in words where they part."""

from dataclasses import dataclass
from pathlib import Path

from tests.oracle.calculation import calculated
from tests.oracle.facts import Facts
from tests.oracle.published import bridges_of, numbers_of
from tests.oracle.sums import Leaf, Step

WITHOUT_PROJECT = {"list", "crm_reported", "list_to_expected", "crm_to_expected"}
"""Numbers and segments that no project has of its own."""

SCOPES = ("firm", "client", "project", "deal")
"""The scopes that the calculation sums; the others are sums over the same rows."""

Key = tuple[str, ...]


@dataclass(frozen=True)
class Difference:
    """One number or step on which the calculation and the night disagree, in cents."""

    key: Key
    calculated: int
    published: int

    def __str__(self) -> str:
        kind, scope, period, *what = self.key
        return (
            f"{' '.join(what)} of {kind} {scope} in {period}: the calculation says "
            f"{self.calculated / 100:,.2f}, the night says {self.published / 100:,.2f}"
        )


def is_said(key: Key) -> bool:
    """Return whether a scope has that number: an unassigned rest is no scope."""
    kind, scope, _, what = key[:4]
    if kind not in SCOPES or (kind in ("project", "deal") and scope == "unassigned"):
        return False
    return not (kind == "project" and what in WITHOUT_PROJECT)


def differences(
    facts: Facts, built: Path
) -> tuple[list[Difference], int, dict[tuple[Leaf, Step, str], int]]:
    """Return every disagreement, how much was compared, and the calculated steps.

    ``built`` is the night's warehouse.
    """
    book = calculated(facts)
    ours: dict[Key, int] = {**book.numbers(), **book.bridges()}
    theirs: dict[Key, int] = {**numbers_of(built), **bridges_of(built)}
    keys = {key for key in {*ours, *theirs} if is_said(key)}
    found = [
        Difference(key, ours.get(key, 0), theirs.get(key, 0))
        for key in sorted(keys)
        if ours.get(key, 0) != theirs.get(key, 0)
    ]
    return found, len(keys), book.steps
