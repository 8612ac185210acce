"""Group records into entities: by the sum of their evidence, never by one lucky pair.

Two groups become one only while everything known between them adds up to at least the
automatic bits and one pair alone reaches them, so that a bridge cannot join two clients.
"""

import heapq
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

SCALE = 1000
"""Bits are summed as thousandths, whole numbers: sums in any order are the same."""


@dataclass(frozen=True)
class Pair:
    """What is known about two records. `stance` is a person's or a rule's last word."""

    left: str
    right: str
    bits: float
    stance: str = "weighed"
    """weighed; together (a person said so); apart (a person or a veto said so)."""


@dataclass(frozen=True)
class Merge:
    """One step of how a group came about."""

    left: str
    right: str
    bits: float
    weakest_bits: float


@dataclass
class Between:
    """The evidence between two groups: its sum, its extremes, how many pairs."""

    total: int
    strongest: int
    weakest: int
    n_pairs: int = 1

    def plus(self, other: "Between") -> "Between":
        """Return the evidence of both together."""
        return Between(
            self.total + other.total,
            max(self.strongest, other.strongest),
            min(self.weakest, other.weakest),
            self.n_pairs + other.n_pairs,
        )


@dataclass
class Groups:
    """Groups that grow by merging; a group is called after its smallest record."""

    minimum: int
    missing: int
    between: dict[str, dict[str, Between]] = field(default_factory=dict)
    apart: dict[str, set[str]] = field(default_factory=dict)
    members: dict[str, list[str]] = field(default_factory=dict)
    merges: list[Merge] = field(default_factory=list)

    def bits(self, left: str, right: str) -> int:
        """Return what is known between two groups; a pair never compared counts too."""
        known = self.between[left][right]
        n_missing = len(self.members[left]) * len(self.members[right]) - known.n_pairs
        return known.total + self.missing * n_missing

    def may_merge(self, left: str, right: str) -> bool:
        """Return whether the two groups are one by their evidence, and nothing forbids."""
        known = self.between[left].get(right)
        return (
            known is not None
            and right not in self.apart[left]
            and known.strongest >= self.minimum
            and self.bits(left, right) >= self.minimum
        )

    def merge(self, one: str, other: str) -> str:
        """Join two groups and return the name of the joined one."""
        kept, gone = sorted((one, other))
        known = self.between[kept].pop(gone, Between(0, 0, 0, 0))
        self.between[gone].pop(kept, None)
        self.merges.append(
            Merge(kept, gone, known.total / SCALE, known.weakest / SCALE)
        )
        for third, evidence in self.between.pop(gone).items():
            del self.between[third][gone]
            before = self.between[kept].get(third)
            joined = evidence if before is None else before.plus(evidence)
            self.between[kept][third] = self.between[third][kept] = joined
        for third in self.apart.pop(gone):
            self.apart[third].discard(gone)
            self.apart[third].add(kept)
            self.apart[kept].add(third)
        self.members[kept] += self.members.pop(gone)
        return kept


def group(
    pairs: Iterable[Pair], *, minimum: float = 6.6, missing: float = 0.0
) -> tuple[dict[str, str], list[Merge]]:
    """Return the group of every record, named after its smallest record, and the steps.

    The order of the pairs does not matter: the strongest merge goes first, ties go to
    the smaller names. Pairs kept apart never share a group, except where a person put
    records together that imply it: the pair that says so earlier in that order wins.
    """
    groups = Groups(round(minimum * SCALE), round(missing * SCALE))
    together = _collect(pairs, groups)
    for left, right in together:
        one, other = _name(groups, left), _name(groups, right)
        if one != other and other not in groups.apart[one]:
            groups.merge(one, other)
    heap = [
        (-groups.bits(left, right), left, right)
        for left, others in groups.between.items()
        for right in others
        if left < right and groups.may_merge(left, right)
    ]
    heapq.heapify(heap)
    while heap:
        bits, left, right = heapq.heappop(heap)
        if left not in groups.members or right not in groups.members:
            continue
        if not groups.may_merge(left, right) or groups.bits(left, right) != -bits:
            continue
        kept = groups.merge(left, right)
        for third in groups.between[kept]:
            if groups.may_merge(kept, third):
                low, high = sorted((kept, third))
                heapq.heappush(heap, (-groups.bits(low, high), low, high))
    named = {r: name for name, rs in groups.members.items() for r in rs}
    return named, groups.merges


def group_as_json(pairs: str, settings: str) -> str:
    """Do the same for SQL: a list of [left, right, bits, stance] in, an object out."""
    said: Mapping[str, float] = json.loads(settings)
    named, merges = group((Pair(*row) for row in json.loads(pairs)), **said)
    steps = [[m.left, m.right, m.bits, m.weakest_bits] for m in merges]
    rows = [{"record_id": r, "group_id": g} for r, g in sorted(named.items())]
    return json.dumps({"groups": rows, "merges": steps})


def _collect(pairs: Iterable[Pair], groups: Groups) -> list[tuple[str, str]]:
    together = []
    for pair in pairs:
        left, right = sorted((pair.left, pair.right))
        for record in (left, right):
            groups.members.setdefault(record, [record])
            groups.between.setdefault(record, {})
            groups.apart.setdefault(record, set())
        if left == right:
            continue
        if pair.stance == "together":
            together.append((left, right))
        if pair.stance == "apart":
            groups.apart[left].add(right)
            groups.apart[right].add(left)
        bits = round(pair.bits * SCALE)
        found, before = Between(bits, bits, bits), groups.between[left].get(right)
        joined = found if before is None else before.plus(found)
        groups.between[left][right] = groups.between[right][left] = joined
    return sorted(together)


def _name(groups: Groups, record: str) -> str:
    return next(name for name, rs in groups.members.items() if record in rs)
