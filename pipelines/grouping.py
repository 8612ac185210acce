"""Group records into entities: by the sum of their evidence, never by one lucky pair.

Two groups become one only while everything known between them adds up to at least the
automatic bits and one pair alone reaches them: a bridge cannot join two clients.
"""

import heapq
from collections.abc import Iterable
from dataclasses import dataclass

from pipelines.groups import SCALE, Between, Groups, Merge

TOGETHER, VETOED, APART = "together", "vetoed", "apart"


@dataclass(frozen=True)
class Pair:
    """What is known about two records.

    `stance` is "weighed", or the last word: a person said "together" or "apart", or a
    rule "vetoed" them, which holds unless a person put them together.
    """

    left: str
    right: str
    bits: float
    stance: str = "weighed"


def group(
    pairs: Iterable[Pair], *, minimum: float = 6.6, missing: float = 0.0
) -> tuple[dict[str, str], list[Merge]]:
    """Return the group of every record, named after its smallest record, and the steps.

    The order of the pairs does not matter: the strongest merge goes first, ties go to
    the smaller names. What a person parted never shares a group, what a person put
    together does; where the two contradict each other, parting wins.
    """
    groups = Groups(round(minimum * SCALE), round(missing * SCALE))
    ordered = sorted(pairs, key=lambda pair: sorted((pair.left, pair.right)))
    for pair in ordered:
        groups.add(pair.left)
        groups.add(pair.right)
        if pair.left != pair.right:
            bits = round(pair.bits * SCALE)
            two = (min(pair.left, pair.right), max(pair.left, pair.right))
            groups.know(pair.left, pair.right, Between(bits, bits, (bits, two), 1))
    for pair in ordered:
        if pair.stance == APART:
            groups.part(pair.left, pair.right)
    for pair in ordered:
        left, right = groups.name_of[pair.left], groups.name_of[pair.right]
        if (
            pair.stance == TOGETHER
            and left != right
            and right not in groups.apart[left]
        ):
            groups.merge(left, right)
    for pair in ordered:
        if pair.stance == VETOED:
            groups.part(pair.left, pair.right)
    _merge_strongest_first(groups)
    return groups.name_of, groups.merges


def _merge_strongest_first(groups: Groups) -> None:
    heap = [
        (-groups.bits(left, right), left, right)
        for left, others in groups.between.items()
        for right in others
        if left < right and groups.may_merge(left, right)
    ]
    heapq.heapify(heap)
    while heap:
        bits, left, right = heapq.heappop(heap)
        is_alive = left in groups.members and right in groups.members
        if not is_alive or groups.bits(left, right) != -bits:
            continue
        if not groups.may_merge(left, right):
            continue
        kept = groups.merge(left, right)
        for third in groups.between[kept]:
            if groups.may_merge(kept, third):
                low, high = sorted((kept, third))
                heapq.heappush(heap, (-groups.bits(low, high), low, high))
