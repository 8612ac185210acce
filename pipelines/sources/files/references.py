"""Records that belong to others which no file of the firm names.

A required reference to nothing sets the record aside; an optional one, and a circle of
parents, is flagged and loaded. Only tables that the firm keeps as files are looked at.
"""

import json
from collections.abc import Iterator, Mapping
from dataclasses import replace

import pyarrow as pa
import pyarrow.compute as pc

from pipelines.common_model import TABLES, Column, Table
from pipelines.sources import Rejected
from pipelines.sources.files.typed import positions
from pipelines.sources.rows import Rows

KIN = {
    "parent_account_id": "accounts",
    "merged_into_account_id": "accounts",
    "amendment_of_deal_id": "deals",
    "parent_customer_id": "customers",
    "merged_into_customer_id": "customers",
    "credits_invoice_id": "invoices",
    "manager_employee_number": "employees",
}
"""Columns that name a record of a table under another name than its key."""


def agreed(role: str, found: Mapping[str, Rows]) -> dict[str, Rows]:
    """Return the rows of each table without those that belong to nothing."""
    tables = {table.name: table for table in TABLES if table.role == role}
    return {name: _checked(tables, tables[name], found) for name in found}


def _checked(
    tables: Mapping[str, Table], table: Table, found: Mapping[str, Rows]
) -> Rows:
    rows = found[table.name]
    orphans: dict[int, Rejected] = {}
    flagged = list(rows.flagged)
    for column, parent in _references(tables, table):
        if parent.name not in found or not rows.kept.num_rows:
            continue
        for at in _without_parent(rows.kept[column.name], found[parent.name], parent):
            told = _told(rows.kept, table, at, column, parent)
            if column.is_required:
                orphans.setdefault(at, told)
            else:
                flagged.append(replace(told, is_loaded=True))
        if column.name in KIN and parent is table:
            flagged += _circles(rows.kept, table, column)
    if not orphans and len(flagged) == len(rows.flagged):
        return rows
    gone = pa.array(sorted(orphans), pa.int64())
    is_gone = pc.is_in(pa.array(range(rows.kept.num_rows), pa.int64()), gone)
    return replace(
        rows,
        kept=rows.kept.filter(pc.invert(is_gone)),
        rejected=(*rows.rejected, *orphans.values()),
        flagged=tuple(flagged),
    )


def _references(
    tables: Mapping[str, Table], table: Table
) -> Iterator[tuple[Column, Table]]:
    by_key = {
        t.key[0]: t
        for t in tables.values()
        if len(t.key) == 1 and t.key[0].endswith(("_id", "_number"))
    }
    for column in table.columns:
        parent = tables.get(KIN.get(column.name, "")) or by_key.get(column.name)
        is_own_key = column.name == table.key[0] and parent is table
        if parent and not is_own_key:
            yield column, parent


def _without_parent(said: pa.ChunkedArray, parents: Rows, parent: Table) -> list[int]:
    """Return positions whose parent is named nowhere, not even in a row set aside."""
    known = pa.chunked_array(
        [
            *parents.kept[parent.key[0]].chunks,
            pa.array([row.row_key for row in parents.rejected], pa.string()),
        ]
    )
    is_orphan = pc.and_(
        pc.and_(pc.is_valid(said), pc.not_equal(said, "")),
        pc.invert(pc.is_in(said, known.combine_chunks())),
    )
    return positions(is_orphan)


def _told(
    kept: pa.Table, table: Table, at: int, column: Column, parent: Table
) -> Rejected:
    row = kept.slice(at, 1).to_pylist()[0]
    said = (
        f"{column.name} is {row[column.name]}, which {parent.name} does not name. Add "
        "it there, or correct the id."
    )
    return _rejected(row, table, "fk_orphan", said)


def _rejected(row: Mapping[str, object], table: Table, code: str, why: str) -> Rejected:
    key = "/".join(str(row[part] or "") for part in table.key)
    payload = json.dumps(row, default=str)
    return Rejected(table.name, None, key, code, why[:1].upper() + why[1:], payload)


def _circles(kept: pa.Table, table: Table, column: Column) -> Iterator[Rejected]:
    """Yield the records that are their own parents, at any distance."""
    keys = kept[table.key[0]].to_pylist()
    above = dict(zip(keys, kept[column.name].to_pylist(), strict=True))
    for at, key in enumerate(keys):
        seen, parent = {key}, above[key]
        while parent and parent not in seen:
            seen.add(parent)
            parent = above.get(parent)
        if parent == key:
            row = kept.slice(at, 1).to_pylist()[0]
            said = f"{column.name} leads from {key} back to {key}. Correct the parent."
            yield replace(_rejected(row, table, "fk_self_cycle", said), is_loaded=True)
