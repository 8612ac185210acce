"""Give tonight's groups last night's ids: an id is minted once and never used again."""

import hashlib
import json
from collections.abc import Iterable, Sequence

Held = Sequence[object]
"""record, the id it had, whether it has it still, how much the record weighs."""
Now = Sequence[object]
"""record, its group tonight, when the record was created (text) or None."""


def keep_ids(
    held: Iterable[Held], current: Iterable[Now], prefix: str
) -> dict[str, str]:
    """Return the id of every group of tonight.

    Old ids and new groups are matched by the weight of the records they share, best
    first by both sides, until nothing matches. The rest mint ids from their first
    record: the same records make the same id in a warehouse built from nothing.
    """
    groups: dict[str, list[tuple[str, str]]] = {}
    group_of: dict[str, str] = {}
    for record, group, created_at in current:
        groups.setdefault(str(group), []).append((str(created_at or "9"), str(record)))
        group_of[str(record)] = str(group)
    used: set[str] = set()
    shared: dict[tuple[str, str], tuple[int, int]] = {}
    for record, held_id, is_held, weight in held:
        used.add(str(held_id))
        if not is_held or str(record) not in group_of:
            continue
        pair = (str(held_id), group_of[str(record)])
        total, n_records = shared.get(pair, (0, 0))
        shared[pair] = (total + int(str(weight)), n_records + 1)
    ids: dict[str, str] = {}
    kept: set[str] = set()
    first = {group: min(members) for group, members in groups.items()}
    # Best first over all pairs is the fixpoint of mutual best: whatever comes first is
    # the best that is left for both of its sides.
    for (held_id, group), _ in sorted(
        shared.items(),
        key=lambda item: (-item[1][0], -item[1][1], item[0][0], first[item[0][1]]),
    ):
        if group not in ids and held_id not in kept:
            ids[group] = held_id
            kept.add(held_id)
    for group in sorted(groups, key=lambda name: first[name]):
        if group not in ids:
            ids[group] = _minted(first[group][1], prefix, used)
            used.add(ids[group])
    return ids


def keep_ids_as_json(held: str | None, current: str, prefix: str) -> str:
    """Do the same for SQL: two lists of rows in, a list of group and id out."""
    ids = keep_ids(json.loads(held or "[]"), json.loads(current or "[]"), prefix)
    return json.dumps(
        [{"group_id": group, "entity_id": ids[group]} for group in sorted(ids)]
    )


def _minted(record: str, prefix: str, used: set[str]) -> str:
    attempt = 0
    while True:
        text = record if attempt == 0 else f"{record}#{attempt}"
        minted = f"{prefix}_{hashlib.sha256(text.encode()).hexdigest()[:10]}"
        if minted not in used:
            return minted
        attempt += 1
