"""How good a method is: its pairs, and its clusters, against those that are true."""

import sys
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from hashlib import md5

from benchmarks.pudl import Pairs
from pipelines.grouping import Pair, group

MISSING = -3.0
"""What a pair counts that was never compared, as in the seed of weights."""
HEAD = "method | precision | recall | F1 | of clusters: precision | recall | F1"


@dataclass(frozen=True)
class Score:
    """Precision and recall of pairs."""

    precision: float
    recall: float

    @property
    def f1(self) -> float:
        """Return their harmonic mean, 0 when both are."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0

    @property
    def told(self) -> list[str]:
        """Return the cells of a table."""
        return [f"{x:.3f}" for x in (self.precision, self.recall, self.f1)]


def score(said: Pairs, truth: Pairs) -> Score:
    """Compare pairs with those that are true."""
    found = len(said & truth)
    return Score(found / len(said) if said else 0.0, found / len(truth))


def clusters(said: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Return the cluster of every record when whatever is linked is one."""
    linked = [Pair(left, right, 1.0) for left, right in said]
    return group(linked, minimum=0.5, missing=0.0)[0]


def between(cluster_of: Mapping[str, str]) -> Pairs:
    """Return every two records of both systems that share a cluster."""
    members: dict[str, list[str]] = {}
    for record, cluster in cluster_of.items():
        members.setdefault(cluster, []).append(record)
    return {
        (left, right)
        for together in members.values()
        for left in together
        if left.startswith("hubspot:")
        for right in together
        if right.startswith("quickbooks:")
    }


def largest(cluster_of: Mapping[str, str]) -> int:
    """Return how many records the largest cluster has."""
    return max(Counter(cluster_of.values()).values(), default=1)


class Table:
    """The rows of the table, and what each method is measured against."""

    def __init__(self, truth: Pairs, name_of: dict[str, str]) -> None:
        self.truth, self.name_of = truth, name_of
        self.rows: list[list[str]] = []

    def add(
        self, method: str, said: Pairs, cluster_of: dict[str, str], seconds: float
    ) -> Score:
        """Measure the pairs and the clusters of one method."""
        grouped = self.between_names(between(cluster_of))
        told = [*score(said, self.truth).told, *grouped.told]
        size = str(largest(cluster_of))
        self.rows.append([method, *told, size, f"{seconds:.1f}"])
        sys.stdout.write(f"{' | '.join(self.rows[-1])}\n")
        return grouped

    def between_names(self, said: Iterable[tuple[str, str]]) -> Score:
        """Measure pairs of names: the map does not say which namesake it meant.

        Records of one system with one name stand for each other.
        """
        return score(
            {(self._named(left), self._named(right)) for left, right in said},
            {(self._named(left), self._named(right)) for left, right in self.truth},
        )

    def in_other_orders(self, near: list[tuple[str, str, float]]) -> list[float]:
        """Group under other names: ties, which go to the smaller, go elsewhere."""
        scores = []
        for order in range(3):
            alias = {
                record: md5(f"{order}{record}".encode()).hexdigest()
                for left, right, _ in near
                for record in (left, right)
            }
            pairs = [
                Pair(alias[left], alias[right], bits) for left, right, bits in near
            ]
            found, _ = group(pairs, minimum=0.001, missing=MISSING)
            renamed = {record: found[known] for record, known in alias.items()}
            scores.append(self.between_names(between(renamed)).f1)
        return scores

    def _named(self, record: str) -> str:
        return f"{record.partition(':')[0]}:{self.name_of[record]}"

    @property
    def lines(self) -> list[str]:
        """Return the table in markdown."""
        head = f"| {HEAD} | largest cluster | seconds |"
        return [head, "|---" * 9 + "|", *(f"| {' | '.join(r)} |" for r in self.rows)]
