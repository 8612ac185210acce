"""Who may read what: one policy of columns, and nothing that it does not name.

The seed `access_policy` gives each published column a class, the seed `access_classes`
says which audience reads a class. A column that the policy does not name is in no file.
"""

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from pipelines.transform import PROJECT

AUDIENCES = ("analysts", "leadership", "people")
"""Who has a file: those who ask in SQL, those who steer, and the people team."""

SEEDS = PROJECT / "seeds"


@dataclass(frozen=True)
class Policy:
    """The class of each column, and the audiences that read a class."""

    classes: Mapping[tuple[str, str, str], str]
    """By schema, table and column."""

    readers: Mapping[str, frozenset[str]]

    def may_read(self, audience: str, schema: str, table: str, column: str) -> bool:
        """Return whether the policy lets ``audience`` read one column."""
        told = self.classes.get((schema, table, column))
        return told is not None and audience in self.readers[told]


def read_policy(folder: Path = SEEDS) -> Policy:
    """Read the two seeds of ``folder``. Raises ValueError at a line that is wrong."""
    readers: dict[str, set[str]] = {}
    for row in _rows(folder / "access_classes.csv"):
        if row["audience"] not in ("", *AUDIENCES):
            raise ValueError(f"access_classes.csv: nobody is called {row['audience']}.")
        readers.setdefault(row["data_class"], set()).update(row["audience"].split())
    classes: dict[tuple[str, str, str], str] = {}
    for row in _rows(folder / "access_policy.csv"):
        if row["data_class"] not in readers:
            raise ValueError(f"access_policy.csv: no class {row['data_class']}.")
        for column in row["column_names"].split():
            place = (row["schema_name"], row["table_name"], column)
            if place in classes:
                raise ValueError(f"access_policy.csv names {'.'.join(place)} twice.")
            classes[place] = row["data_class"]
    return Policy(classes, {name: frozenset(who) for name, who in readers.items()})


def _rows(path: Path) -> list[dict[str, str]]:
    with path.open(newline="", encoding="utf-8") as opened:
        return list(csv.DictReader(opened))
