"""From what a system said to rows of declared types: nothing lost, nothing twice."""

from collections.abc import Iterable
from dataclasses import dataclass

import pyarrow as pa

from pipelines.sources import Page, RawTable, Record, Rejected
from pipelines.sources.kinds import KINDS, Unreadable

CONNECTION = "connection"


@dataclass(frozen=True)
class Rows:
    """What was read of one table: read = kept + rejected + repeated."""

    kept: pa.Table
    rejected: tuple[Rejected, ...]
    n_read: int

    @property
    def n_duplicate(self) -> int:
        """Return how many records came again; the last one that came is kept."""
        return self.n_read - len(self.rejected) - int(self.kept.num_rows)


def arrow_schema(table: RawTable) -> pa.Schema:
    """Return the table's columns, `connection` first, as Arrow knows them."""
    return pa.schema(
        [
            pa.field(CONNECTION, pa.string(), nullable=False),
            *(
                pa.field(name, KINDS[kind].arrow, nullable=name not in table.key)
                for name, kind in table.columns.items()
            ),
        ]
    )


def read(table: RawTable, connection: str, pages: Iterable[Page]) -> Rows:
    """Return the rows of all ``pages`` with ``connection`` put in front."""
    good: list[pa.Table] = [arrow_schema(table).empty_table()]
    rejected: list[Rejected] = []
    n_read = 0
    for number, page in enumerate(pages, start=1):
        if isinstance(page, pa.Table):
            good.append(_declared(table, connection, page))
            n_read += page.num_rows
        elif isinstance(page, Rejected):
            rejected.append(page)
            n_read += 1
        else:
            fitting, misfits = _fitting(table, connection, page, f"page {number}")
            good.append(fitting)
            rejected += misfits
            n_read += len(page)
    return Rows(_newest(pa.concat_tables(good), table), tuple(rejected), n_read)


def _declared(table: RawTable, connection: str, page: pa.Table) -> pa.Table:
    schema = arrow_schema(table)
    columns = [
        pa.array([connection] * page.num_rows, pa.string()),
        *(
            page.column(name).cast(schema.field(name).type)
            if name in page.column_names
            else pa.nulls(page.num_rows, schema.field(name).type)
            for name in table.columns
        ),
    ]
    return pa.table(columns, schema=schema)


def _fitting(
    table: RawTable, connection: str, page: list[Record], page_name: str
) -> tuple[pa.Table, list[Rejected]]:
    needed = {*table.key, *table.required}
    misfits: dict[int, Rejected] = {}
    values: dict[str, list[object]] = {}
    for name, kind in table.columns.items():
        values[name] = column = []
        read_value = KINDS[kind].read
        for row, record in enumerate(page):
            said = record.get(name)
            try:
                if said is not None and said != "":
                    column.append(read_value(said))
                elif name in needed:
                    raise Unreadable("key_null" if said is None else "key_empty", said)
                else:
                    column.append(None)
            except Unreadable as why:
                column.append(None)
                key = "/".join(str(record.get(part)) for part in table.key)
                misfits.setdefault(
                    row,
                    Rejected(page_name, row + 1, key, why.code, f"{name}: {why}."),
                )
    kept = [row for row in range(len(page)) if row not in misfits]
    schema = arrow_schema(table)
    columns = [
        pa.array([connection] * len(kept), pa.string()),
        *(
            pa.array([values[name][row] for row in kept], schema.field(name).type)
            for name in table.columns
        ),
    ]
    return pa.table(columns, schema=schema), list(misfits.values())


def _newest(rows: pa.Table, table: RawTable) -> pa.Table:
    """Keep the last row of each key, in the order in which they came."""
    key = [CONNECTION, *table.key]
    numbered = rows.select(key).append_column(
        "position", pa.array(range(rows.num_rows), pa.int64())
    )
    last = numbered.group_by(key).aggregate([("position", "max")])
    if last.num_rows == rows.num_rows:
        return rows
    return rows.take(last.column("position_max").sort())
