"""What a reading that was loaded means for the rows that it did not bring."""

from dataclasses import replace

import duckdb

from pipelines.fetch import Reading
from pipelines.raw import remove_unlisted
from pipelines.run import Run
from pipelines.tombstones import bury
from pipelines.watermarks import note


def settled(
    opened: duckdb.DuckDBPyConnection, schema: str, reading: Reading, run: Run
) -> Reading:
    """Remove or mark what is no longer there, and keep from where to read on.

    Returns the reading, with the problem of deletions that were not believed.
    """
    now = run.run_at.replace(tzinfo=None)
    name = reading.connection.name
    remove_unlisted(opened, schema, reading)
    believes = bool(run.reread and run.reread.connection == name)
    held = bury(opened, schema, reading, now, believes=believes)
    if reading.rows is not None and reading.table.cursor and not held:
        begun = min(reading.began_at or now, now)
        note(opened, reading.connection, reading.table, begun, reading.is_whole)
    return replace(reading, problem=reading.problem or held)
