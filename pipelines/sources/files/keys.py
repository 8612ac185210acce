"""Which rows of a file say the same thing twice, and which contradict each other."""

import hashlib
from collections.abc import Collection
from dataclasses import dataclass

import pyarrow as pa
import pyarrow.compute as pc

from pipelines.common_model import Table
from pipelines.sources.files.reasons import CellError


@dataclass(frozen=True)
class SortedOut:
    """Positions of rows that repeat another one, and of rows that contradict one."""

    duplicates: tuple[int, ...]
    conflicts: dict[int, CellError]
    flags: dict[int, CellError]
    """Copies, and ids that differ from another one in capitals only."""


def filled_keys(rows: pa.Table, table: Table) -> pa.Table:
    """Return ``rows`` with planned_work_id made from all columns where it is empty."""
    if table.name != "planned_work" or not rows["planned_work_id"].null_count:
        return rows
    ids = [
        row["planned_work_id"] or _fingerprint(tuple(row.values()))
        for row in rows.to_pylist()
    ]
    at = rows.schema.get_field_index("planned_work_id")
    return rows.set_column(at, "planned_work_id", pa.array(ids, pa.string()))


def sort_out(rows: pa.Table, table: Table, excluding: Collection[int]) -> SortedOut:
    """Find rows that share a key with an earlier row.

    Equal in every column they are duplicates. Otherwise the one that changed last
    stays (`updated_at`, else the first of the file) and the others are conflicts.
    """
    keys = rows.select(list(table.key))
    if _differ_in_more_than_capitals(keys):
        return SortedOut((), {}, {})
    if keys.group_by(list(table.key)).aggregate([]).num_rows == len(rows):
        return SortedOut((), {}, _variants(keys, table))
    by_key: dict[tuple[object, ...], list[int]] = {}
    for at in _repeated(keys, table):
        if at not in excluding:
            key = tuple(keys.slice(at, 1).to_pylist()[0].values())
            by_key.setdefault(key, []).append(at)
    duplicates: list[int] = []
    conflicts: dict[int, CellError] = {}
    for positions in by_key.values():
        said: dict[tuple[object, ...], int] = {}
        for at in positions:
            content = tuple(rows.slice(at, 1).to_pylist()[0].values())
            if content in said:
                duplicates.append(at)
            else:
                said[content] = at
        kept = max(said.values(), key=lambda at: (_changed(rows, at), -at))
        conflicts |= {at: _conflict(table) for at in said.values() if at != kept}
    copies = {at: _copy(table) for at in duplicates}
    flags = {**_variants(keys, table), **copies}
    return SortedOut(tuple(sorted(duplicates)), conflicts, flags)


def _differ_in_more_than_capitals(keys: pa.Table) -> bool:
    """Return whether the ids of one column all differ, so that nothing is to sort."""
    if keys.num_columns > 1:
        return False
    folded = pa.table({"key": pc.utf8_lower(keys[0])})
    return bool(folded.group_by("key").aggregate([]).num_rows == keys.num_rows)


def _variants(keys: pa.Table, table: Table) -> dict[int, CellError]:
    """Return the rows whose id is another one's in other capitals."""
    if len(table.key) > 1:
        return {}
    said = keys[table.key[0]]
    folded = pc.utf8_lower(said)
    first: dict[str, str] = {}
    found = {}
    for at, (key, fold) in enumerate(
        zip(said.to_pylist(), folded.to_pylist(), strict=True)
    ):
        if key is not None and first.setdefault(fold, key) != key:
            found[at] = CellError(
                "key_case_variant",
                f"{table.key[0]} {key} differs from {first[fold]} in capitals only; "
                "check whether they are one record",
            )
    return found


def _copy(table: Table) -> CellError:
    return CellError(
        "key_duplicate_same", "the row is an exact copy of another one; remove it"
    )


def _repeated(keys: pa.Table, table: Table) -> list[int]:
    numbered = keys.append_column("_at", pa.array(range(len(keys)), pa.int64()))
    grouped = numbered.group_by(list(table.key)).aggregate([("_at", "list")])
    lists = grouped["_at_list"].combine_chunks()
    several = lists.filter(pc.greater(pc.list_value_length(lists), 1))
    return sorted(several.flatten().to_pylist())


def _changed(rows: pa.Table, at: int) -> str:
    if "updated_at" not in rows.column_names:
        return ""
    return str(rows["updated_at"][at].as_py() or "")


def _conflict(table: Table) -> CellError:
    return CellError(
        "key_duplicate_conflict",
        f"another row has the same {', '.join(table.key)} and says something else; "
        "remove one of them",
    )


def _fingerprint(values: tuple[object, ...]) -> str:
    return hashlib.sha256(repr(values).encode()).hexdigest()[:16]
