"""Which rows of a published table an audience reads, and which ones a pilot shows.

The seed `access_rows` hides rows from an audience by a column's values. In a pilot, the
seed `scope_rows` says by which ids a row belongs to a client that is shown; a table of
marts, quality or restricted that it does not name is empty.
"""

import csv
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from pipelines.transform import PROJECT

SEEDS = PROJECT / "seeds"
Place = tuple[str, str]
"""Schema and table."""


@dataclass(frozen=True)
class Rows:
    """What the two seeds say."""

    hidden: Mapping[tuple[str, str, str], Sequence[tuple[str, str]]]
    """By audience, schema and table: columns, and the list of values left out."""

    scoped: Mapping[Place, str]
    """How a pilot finds the rows of a table that it shows."""

    def kept(self, audience: str, schema: str, table: str, is_pilot: bool) -> str:
        """Return the condition on the rows of a table, "true" when all are kept."""
        conditions = [
            f"coalesce({column}, '') not in {values}"
            for column, values in self.hidden.get((audience, schema, table), ())
        ]
        if is_pilot:
            by_default = "whole" if schema == "rules" else "none"
            told = self.scoped.get((schema, table), by_default)
            conditions += _in_scope(told)
        return " and ".join(conditions) or "true"


def read_rows(folder: Path = SEEDS) -> Rows:
    """Read the two seeds of ``folder``."""
    hidden: dict[tuple[str, str, str], list[tuple[str, str]]] = {}
    for row in _lines(folder / "access_rows.csv"):
        place = (row["audience"], row["schema_name"], row["table_name"])
        listed = "', '".join(row["hidden_values"].split())
        hidden.setdefault(place, []).append((row["column_name"], f"('{listed}')"))
    return Rows(
        hidden,
        {
            (row["schema_name"], row["table_name"]): row["kept_by"]
            for row in _lines(folder / "scope_rows.csv")
        },
    )


def _in_scope(kept_by: str) -> Iterator[str]:
    """Yield the conditions that `kept_by` of `scope_rows` stands for."""
    if kept_by == "whole":
        return
    if kept_by == "none":
        yield "false"
        return
    ids = [
        f"coalesce({', '.join(one.split('|'))})" for one in kept_by.strip("?").split()
    ]
    for one in ids:
        yield f"({one} is null or {one} in (select id from scoped_ids))"
    if not kept_by.endswith("?"):
        yield f"coalesce({', '.join(ids)}) is not null"


def _lines(path: Path) -> list[dict[str, str]]:
    with path.open(newline="", encoding="utf-8") as opened:
        return list(csv.DictReader(opened))
