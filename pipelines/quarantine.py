"""What was set aside tonight, and why, in quality.quarantine."""

import duckdb
import pyarrow as pa

from pipelines.fetch import Reading
from pipelines.rules import Run
from pipelines.sources import SourceError


def set_down(opened: duckdb.DuckDBPyConnection, reading: Reading, run: Run) -> None:
    """Write the records that were set aside or flagged; their content lies apart.

    Of a source that ended, write the answer that no record could be taken from.
    """
    _set_down_answer(opened, reading, run)
    rows = reading.rows
    told = (*rows.rejected, *rows.flagged) if rows else ()
    if not told:
        return
    common = {
        "source_system": reading.connection.name,
        "table_name": reading.table.name,
        "run_id": run.run_id,
        "quarantined_at": run.run_at.replace(tzinfo=None),
    }
    said = pa.Table.from_pylist(
        [{**common, "file_or_page": row.page, **vars(row)} for row in told]
    )
    opened.register("told", said)
    opened.execute(
        "insert into quality.quarantine by name select source_system, table_name, "
        "file_or_page, row_number, row_key, reason_code, reason, run_id, "
        "quarantined_at, is_loaded from told"
    )
    opened.execute(
        "insert into restricted.quarantine by name select source_system, table_name, "
        "file_or_page, row_number, reason_code, run_id, payload from told"
    )
    opened.unregister("told")


def _set_down_answer(
    opened: duckdb.DuckDBPyConnection, reading: Reading, run: Run
) -> None:
    ended = reading.ended
    if not isinstance(ended, SourceError) or not ended.code:
        return
    if ended.table != reading.table.name:
        return
    opened.execute(
        "insert into quality.quarantine by name select $source as source_system, "
        "$table as table_name, 'an answer' as file_or_page, $code as reason_code, "
        "$reason as reason, $run as run_id, $at as quarantined_at, false as is_loaded",
        {
            "source": reading.connection.name,
            "table": ended.table,
            "code": ended.code,
            "reason": str(ended),
            "run": run.run_id,
            "at": run.run_at.replace(tzinfo=None),
        },
    )
