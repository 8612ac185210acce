"""The invented firm on one day: every record, in the columns of the common model."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from pipelines.sandbox.dates import AS_OF
from pipelines.sandbox.draft import Row
from pipelines.sandbox.invention import invent


@dataclass(frozen=True)
class World:
    """The invented firm as its systems hold it at the end of `day`."""

    seed: int
    day: date
    tables: Mapping[tuple[str, str], Sequence[Row]]

    def records(self, role: str, table: str) -> list[Row]:
        """Return the records of one common table, deleted ones too."""
        return list(self.tables[(role, table)])


def build_world(seed: int, day: date = AS_OF) -> World:
    """Build the firm; the same seed and day give the same records in order.

    `day` is 31 May 2026 or later: events of later days are played on top of it.
    """
    draft, _ = invent(seed, day)
    return World(seed, day, draft.tables())
