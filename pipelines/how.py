"""How groups came about, told step by step: the weakest link, the cut, the dispute."""

from collections import defaultdict, deque
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from pipelines.grouping import APART, TOGETHER, Pair
from pipelines.groups import SCALE, Merge


@dataclass(frozen=True)
class Step:
    """One merge inside a group, and the cut of the finished group where it joined.

    `cut_bits` is all that speaks across that cut, for and against: the less it is, the
    easier the group falls apart there. `cut_from` names the side that would leave.
    """

    group: str
    step: int
    merge: Merge
    cut_bits: int
    cut_from: str


def steps(
    pairs: Iterable[Pair],
    named: dict[str, str],
    merges: Sequence[Merge],
    missing: float,
) -> list[Step]:
    """Return every merge with its group, its number in it and its cut.

    What speaks across a cut follows from its halves: both cuts, less twice what joined
    them.
    """
    absent = round(missing * SCALE)
    size: dict[str, int] = defaultdict(int)
    for group in named.values():
        size[group] += 1
    cut = {record: absent * (size[group] - 1) for record, group in named.items()}
    seen: set[tuple[str, str]] = set()
    for pair in pairs:
        if pair.left == pair.right or named[pair.left] != named[pair.right]:
            continue
        two = (min(pair.left, pair.right), max(pair.left, pair.right))
        known = round(pair.bits * SCALE) - (0 if two in seen else absent)
        seen.add(two)
        cut[pair.left] += known
        cut[pair.right] += known
    numbers: dict[str, int] = defaultdict(int)
    told = []
    for merge in merges:
        group = named[merge.left]
        numbers[group] += 1
        # The smaller side leaves; both sides of a group of two are the same cut.
        bits, _, side = min(
            (cut[merge.left], merge.n_left, merge.left),
            (cut[merge.right], merge.n_right, merge.right),
        )
        told.append(Step(group, numbers[group], merge, bits, side))
        cut[merge.left] += cut[merge.right] - 2 * merge.bits
    return told


def disputes(pairs: Iterable[Pair]) -> list[list[str]]:
    """Return every cycle of decisions that cannot all hold.

    Each is the shortest chain of records that were put together, between two that were
    put apart; the first and the last are those two.
    """
    beside: dict[str, set[str]] = defaultdict(set)
    parted = set()
    for pair in pairs:
        if pair.stance == TOGETHER:
            beside[pair.left].add(pair.right)
            beside[pair.right].add(pair.left)
        elif pair.stance == APART:
            parted.add((min(pair.left, pair.right), max(pair.left, pair.right)))
    chains = (_chain(beside, left, right) for left, right in sorted(parted))
    return [chain for chain in chains if chain]


def _chain(beside: dict[str, set[str]], start: str, end: str) -> list[str]:
    """Return the shortest chain; among equals the one of the smallest records."""
    came_from = {start: ""}
    waiting = deque([start])
    while waiting:
        here = waiting.popleft()
        for there in sorted(beside[here] - came_from.keys()):
            came_from[there] = here
            waiting.append(there)
    chain = [end] if end in came_from else []
    while chain and came_from[chain[-1]]:
        chain.append(came_from[chain[-1]])
    return chain[::-1]
