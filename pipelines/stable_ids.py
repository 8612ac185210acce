"""Give tonight's groups last night's ids: an id is minted once and never used again."""

import hashlib
from collections.abc import Iterable
from typing import NamedTuple

NEVER = "9999"
"""Sorts behind every date: a record without one is no group's first record."""


class Held(NamedTuple):
    """A membership of a record, the present one or one of the past."""

    record: str
    entity_id: str
    is_current: bool
    weight: int


class Now(NamedTuple):
    """A record's group tonight."""

    record: str
    group: str
    created_at: str | None


def keep_ids(
    held: Iterable[Held], current: Iterable[Now], prefix: str
) -> dict[str, str]:
    """Return the id of every group of tonight.

    Old ids and new groups are matched by the weight of the records they share, best
    first by both sides, until nothing matches. The rest mint ids from their first
    record: the same records make the same id in a warehouse built from nothing.
    """
    group_of: dict[str, str] = {}
    first: dict[str, tuple[str, str]] = {}
    for now in current:
        group_of[now.record] = now.group
        born = (now.created_at or NEVER, now.record)
        first[now.group] = min(first.get(now.group, born), born)
    used: set[str] = set()
    shared: dict[tuple[str, str], tuple[int, int]] = {}
    for row in held:
        used.add(row.entity_id)
        if row.is_current and row.record in group_of:
            pair = (row.entity_id, group_of[row.record])
            weight, n_records = shared.get(pair, (0, 0))
            shared[pair] = (weight + row.weight, n_records + 1)
    ids = _kept(shared, first)
    for group in sorted(first, key=lambda name: first[name]):
        if group not in ids:
            ids[group] = _minted(first[group][1], prefix, used)
            used.add(ids[group])
    return ids


def _kept(
    shared: dict[tuple[str, str], tuple[int, int]], first: dict[str, tuple[str, str]]
) -> dict[str, str]:
    # Heaviest first over all pairs is the fixpoint of mutual best: whatever comes first
    # is the best that is left for both of its sides.
    ids: dict[str, str] = {}
    taken: set[str] = set()
    for (entity_id, group), _ in sorted(
        shared.items(),
        key=lambda item: (-item[1][0], -item[1][1], item[0][0], first[item[0][1]]),
    ):
        if group not in ids and entity_id not in taken:
            ids[group] = entity_id
            taken.add(entity_id)
    return ids


def _minted(record: str, prefix: str, used: set[str]) -> str:
    attempt = 0
    while True:
        text = record if attempt == 0 else f"{record}#{attempt}"
        minted = f"{prefix}_{hashlib.sha256(text.encode()).hexdigest()[:10]}"
        if minted not in used:
            return minted
        attempt += 1
