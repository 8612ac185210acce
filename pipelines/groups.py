"""Groups of records that grow by merging, and what is known between them."""

from dataclasses import dataclass, field

SCALE = 10**12
"""Bits are summed as whole numbers of so many parts: any order gives one sum."""
BEYOND = 10**6 * SCALE
"""More than any evidence can say."""


@dataclass(frozen=True)
class Merge:
    """One step of how a group came about, and the weakest pair that it bridges.

    `left` and `right` are the names of the two groups that became one, `left` the name
    of the joined one; bits are parts of SCALE.
    """

    left: str
    right: str
    n_left: int
    n_right: int
    bits: int
    weakest_bits: int
    weakest_pair: tuple[str, str] | None


@dataclass(frozen=True)
class Between:
    """The evidence between two groups: its sum, its extremes, how many pairs."""

    total: int = 0
    strongest: int = -BEYOND
    weakest: tuple[int, tuple[str, str]] = (BEYOND, ("", ""))
    n_pairs: int = 0

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
    name_of: dict[str, str] = field(default_factory=dict)
    members: dict[str, list[str]] = field(default_factory=dict)
    between: dict[str, dict[str, Between]] = field(default_factory=dict)
    apart: dict[str, set[str]] = field(default_factory=dict)
    merges: list[Merge] = field(default_factory=list)

    def add(self, record: str) -> None:
        """Begin with a group of its own for every record."""
        if record not in self.name_of:
            self.name_of[record], self.members[record] = record, [record]
            self.between[record], self.apart[record] = {}, set()

    def know(self, one: str, other: str, evidence: Between) -> None:
        """Add evidence between two groups."""
        joined = self.between[one].get(other, Between()).plus(evidence)
        self.between[one][other] = self.between[other][one] = joined

    def part(self, one: str, other: str) -> None:
        """Keep the groups of two records apart, unless they are one already."""
        left, right = self.name_of[one], self.name_of[other]
        if left != right:
            self.apart[left].add(right)
            self.apart[right].add(left)

    def bits(self, one: str, other: str) -> int:
        """Return what is known between two groups; a pair never compared counts too."""
        known = self.between[one].get(other, Between())
        n_pairs = len(self.members[one]) * len(self.members[other])
        return known.total + self.missing * (n_pairs - known.n_pairs)

    def may_merge(self, one: str, other: str) -> bool:
        """Return whether the two are one by their evidence, and nothing forbids it."""
        known = self.between[one].get(other, Between())
        enough = min(known.strongest, self.bits(one, other)) >= self.minimum
        return enough and other not in self.apart[one]

    def merge(self, one: str, other: str) -> str:
        """Join two groups and return the name of the joined one."""
        kept, gone = sorted((one, other))
        known, total = self.between[kept].get(gone, Between()), self.bits(kept, gone)
        weakest, pair = known.weakest if known.n_pairs else (0, None)
        n_kept, n_gone = len(self.members[kept]), len(self.members[gone])
        self.merges.append(Merge(kept, gone, n_kept, n_gone, total, weakest, pair))
        for third, evidence in self.between.pop(gone).items():
            del self.between[third][gone]
            if third != kept:
                self.know(kept, third, evidence)
        for third in self.apart.pop(gone):
            self.apart[third].discard(gone)
            self.apart[third].add(kept)
            self.apart[kept].add(third)
        self.members[kept] += self.members.pop(gone)
        self.name_of.update(dict.fromkeys(self.members[kept], kept))
        return kept
