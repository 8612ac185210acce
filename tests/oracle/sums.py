"""Contributions: what one record adds to one number or step, and sums over them."""

from collections import defaultdict
from dataclasses import dataclass, field
from fractions import Fraction

UNASSIGNED = "unassigned"

Step = tuple[str, str, str]
"""Segment, driver and class."""


@dataclass(frozen=True)
class Leaf:
    """The smallest scope: what belongs to one client, project and deal."""

    client: str
    project: str = UNASSIGNED
    deal: str = UNASSIGNED


@dataclass(frozen=True)
class Leg:
    """The part of a project that one deal pays for, and its frozen rate."""

    leaf: Leaf
    weight: Fraction
    rate: Fraction


@dataclass
class Book:
    """Every contribution of a firm, in cents of the reporting currency."""

    anchors: dict[tuple[Leaf, str, str], int] = field(
        default_factory=lambda: defaultdict(int)
    )
    steps: dict[tuple[Leaf, Step, str], int] = field(
        default_factory=lambda: defaultdict(int)
    )

    def anchor(self, leaf: Leaf, anchor: str, month: str, amount: int) -> None:
        self.anchors[leaf, anchor, month] += amount

    def step(self, leaf: Leaf, step: Step, month: str, amount: int) -> None:
        self.steps[leaf, step, month] += amount

    def numbers(self) -> dict[tuple[str, ...], int]:
        """Sum numbers to scope kind, scope, period and anchor."""
        found: dict[tuple[str, ...], int] = defaultdict(int)
        for (leaf, anchor, month), amount in self.anchors.items():
            for kind, scope in scopes(leaf):
                for period in (month, "to_date"):
                    found[kind, scope, period, anchor] += amount
        return found

    def bridges(self) -> dict[tuple[str, ...], int]:
        """Sum steps to scope kind, scope, period, segment, driver and class."""
        found: dict[tuple[str, ...], int] = defaultdict(int)
        for (leaf, step, month), amount in self.steps.items():
            for scope_kind, scope in scopes(leaf):
                for period in (month, "to_date"):
                    found[scope_kind, scope, period, *step] += amount
        return {key: amount for key, amount in found.items() if amount}


def scopes(leaf: Leaf) -> list[tuple[str, str]]:
    return [
        ("firm", "firm"),
        ("client", leaf.client),
        ("project", leaf.project),
        ("deal", leaf.deal),
    ]
