"""From what a system said to rows of declared types: nothing lost, nothing twice."""

from collections.abc import Iterable
from dataclasses import dataclass

import pyarrow as pa

from pipelines.sources import Ending, Listed, Page, RawTable, Rejected, Unknown
from pipelines.sources.fitting import fit, refuse_changed_columns
from pipelines.sources.kinds import CONNECTION, arrow_schema

__all__ = ["CONNECTION", "Rows", "arrow_schema", "read"]


@dataclass(frozen=True)
class Rows:
    """What was read of one table: read = kept + rejected + repeated."""

    kept: pa.Table
    rejected: tuple[Rejected, ...]
    """Records that were set aside."""

    n_read: int
    flagged: tuple[Rejected, ...] = ()
    """What is odd about records that are kept."""

    held: tuple[str, ...] = ()
    """Columns that came and were not loaded."""

    endings: tuple[Ending, ...] = ()
    """What was asked for and will not answer for ever."""

    listed: Listed | None = None
    """From which day on everything came."""

    @property
    def n_duplicate(self) -> int:
        """Return how many records came again; the last one that came is kept."""
        return self.n_read - len(self.rejected) - int(self.kept.num_rows)


def read(table: RawTable, connection: str, pages: Iterable[Page]) -> Rows:
    """Return the rows of all ``pages`` with ``connection`` put in front."""
    good: list[pa.Table] = [arrow_schema(table).empty_table()]
    told: list[Rejected] = []
    held: list[str] = []
    endings: list[Ending] = []
    listed: Listed | None = None
    n_read = 0
    for number, page in enumerate(pages, start=1):
        if isinstance(page, pa.Table):
            good.append(_declared(table, connection, page))
            n_read += page.num_rows
        elif isinstance(page, Unknown):
            held.append(page.column)
        elif isinstance(page, Ending):
            endings.append(page)
        elif isinstance(page, Listed):
            listed = page
        elif isinstance(page, Rejected):
            told.append(page)
            n_read += not page.is_loaded
        else:
            fitting, misfits = fit(table, connection, page, f"page {number}")
            good.append(fitting)
            told += misfits
            n_read += len(page)
    rejected = tuple(row for row in told if not row.is_loaded)
    refuse_changed_columns(table, connection, rejected, n_read)
    return Rows(
        _newest(pa.concat_tables(good), table),
        rejected,
        n_read,
        tuple(row for row in told if row.is_loaded),
        tuple(held),
        tuple(endings),
        listed,
    )


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


def _newest(rows: pa.Table, table: RawTable) -> pa.Table:
    """Keep the last row of each key, in the order in which they came."""
    if rows.group_by(list(table.key)).aggregate([]).num_rows == rows.num_rows:
        return rows
    key = [CONNECTION, *table.key]
    numbered = rows.select(key).append_column(
        "position", pa.array(range(rows.num_rows), pa.int64())
    )
    last = numbered.group_by(key).aggregate([("position", "max")])
    if last.num_rows == rows.num_rows:
        return rows
    return rows.take(last.column("position_max").sort())
