"""Who is who, measured against the truth: pairs of records, money, questions."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import astuple, dataclass
from itertools import combinations
from pathlib import Path

from tests.dbt.small_firm import ask

TYPES = {
    "client": ("account", "client", "customer"),
    "project": ("project",),
    "person": ("employee", "person"),
}
"""The record types of each entity; the owner addresses of a CRM have no truth."""


@dataclass(frozen=True)
class Measured:
    """What one firm says about one entity."""

    entity: str
    n_records: int
    n_true: int
    n_found: int
    n_both: int
    wrong_money: float
    money: float
    n_questions: int

    @staticmethod
    def together(firms: "Iterable[Measured]") -> "Measured":
        """Return what several firms, at least one, say together about one entity."""
        entities, *counts = zip(*map(astuple, firms), strict=True)
        return Measured(entities[0], *map(sum, counts))

    @property
    def precision(self) -> float:
        """Return how many of the pairs that were found are true."""
        return self.n_both / self.n_found if self.n_found else 1.0

    @property
    def recall(self) -> float:
        """Return how many of the true pairs were found."""
        return self.n_both / self.n_true if self.n_true else 1.0

    @property
    def row(self) -> list[str]:
        """Return the row of a table."""
        return [
            self.entity,
            f"{self.n_records:,}",
            f"{self.precision:.4f}",
            f"{self.recall:.4f}",
            f"{self.wrong_money / self.money:.3%}" if self.money else "",
            f"{1000 * self.n_questions / self.n_records:.1f}",
        ]


def measured(warehouse: Path, truth: Mapping[str, str]) -> Iterator[Measured]:
    """Yield what a resolved warehouse says about each entity, against the truth."""
    for entity, types in TYPES.items():
        rows = ask(
            warehouse,
            f"select record_id, {entity}_id, source_record_type "
            f"from marts.{entity}_records",
        )
        found = {
            str(record): str(known)
            for record, known, kind in rows
            if kind in types and record in truth
        }
        true, said = pairs({r: truth[r] for r in found}), pairs(found)
        worth = billed(warehouse) if entity == "client" else {}
        yield Measured(
            entity,
            len(found),
            len(true),
            len(said),
            len(true & said),
            sum(wrong(found, truth, worth).values()),
            sum(worth.values()),
            n_rows(warehouse, f"marts.{entity}_questions"),
        )


def pairs(named: Mapping[str, str]) -> set[tuple[str, str]]:
    """Return every two records that carry the same name."""
    groups: dict[str, list[str]] = {}
    for record in sorted(named):
        groups.setdefault(named[record], []).append(record)
    return {two for group in groups.values() for two in combinations(group, 2)}


def wrong(
    found: Mapping[str, str], truth: Mapping[str, str], worth: Mapping[str, float]
) -> dict[str, float]:
    """Return the money of records whose client mostly holds another client's records.

    A client is who most of its records are, ties by money.
    """
    votes: dict[str, dict[str, tuple[int, float]]] = {}
    for record, known in found.items():
        of = votes.setdefault(known, {})
        n, money = of.get(truth[record], (0, 0.0))
        of[truth[record]] = (n + 1, money + worth.get(record, 0.0))
    means = {known: max(of, key=lambda one: of[one]) for known, of in votes.items()}
    return {
        record: worth.get(record, 0.0)
        for record, known in found.items()
        if means[known] != truth[record]
    }


def billed(warehouse: Path) -> dict[str, float]:
    """Return what was billed to each customer of the books."""
    rows = ask(
        warehouse,
        "select record_id, worth_amount from intermediate.int_client_records__valued "
        "where split_part(record_id, ':', 2) = 'customer'",
    )
    return {str(record): float(str(worth)) for record, worth in rows}


def n_rows(warehouse: Path, table: str) -> int:
    """Return how many rows a table has."""
    [(number,)] = ask(warehouse, f"select count(*) from {table}")
    return int(str(number))
