"""Load every system of the firm into raw_<system>. The only module that runs dlt.

Files go around dlt: they come as whole Arrow tables of declared types, which dlt would
write to Parquet and read again, and of a million hours that is most of the time.
"""

import os
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

import duckdb
import pyarrow as pa

from pipelines import raw, receipts, warehouse, watermarks
from pipelines.agreeing import agreed
from pipelines.column_classes import held_back, note_held
from pipelines.fetch import Reading, readings
from pipelines.firm import Connection, Firm
from pipelines.going_on import read_on
from pipelines.kept_away import without_erased
from pipelines.loaded import Loaded, outcome
from pipelines.rules import Run
from pipelines.settling import settled
from pipelines.signing_in import signed_in
from pipelines.sources import RawTable
from pipelines.sources.registry import declared, raw_schema, tables

__all__ = ["Loaded", "load"]

CONTRACT = {"tables": "evolve", "columns": "evolve", "data_type": "freeze"}
"""A new table or column is welcome; a column that changes its type is not."""

DLT = {
    "RUNTIME__DLTHUB_TELEMETRY": "false",
    "RUNTIME__LOG_LEVEL": "ERROR",
    "LOAD__DELETE_COMPLETED_JOBS": "true",
    "LOAD__TRUNCATE_STAGING_DATASET": "true",
}
"""dlt tells nobody about us and keeps no second copy of what it loaded."""


def load(
    firm: Firm,
    generation: Path,
    *,
    secrets: Mapping[str, str],
    addresses: Mapping[str, str],
    imports_folder: Path | None = None,
    unfinished: Path | None = None,
    run: Run,
) -> list[Loaded]:
    """Bring the warehouse of ``generation`` up to what the systems say now.

    A system that does not answer completely keeps its last complete rows, is marked
    and does not stop the others. Every declared table of every known system exists
    afterwards. The answers of a source that ended early are kept in ``unfinished``.
    Raises FirmError before anything is asked when a secret is missing.
    """
    firm = replace(firm, imports_folder=imports_folder or firm.imports_folder)
    sources = {
        connection: partial(signed_in, firm, connection, secrets, addresses)
        for connection in firm.connections
    }
    for sign_in in sources.values():
        sign_in(None)
    with warehouse.connection(generation / "warehouse.duckdb", write=True) as opened:
        raw.create_missing(opened, declared())
        opened.execute(f"{receipts.TABLES} {watermarks.TABLE}")
        found: list[Reading] = []
        now = run.run_at.replace(tzinfo=None)
        for connection, sign_in in sources.items():
            known = tables(connection)
            read_all = partial(readings, connection, known, opened, run)
            read = read_on(connection, sign_in, unfinished, read_all, now)
            if connection.system == "imports":
                read = agreed(connection, read)
                for name in known.keys() - {one.table.name for one in read}:
                    raw.empty_absent(opened, connection, known[name])
            read = without_erased(generation.parents[1], read)
            found += _kept(generation, connection, read, opened, run)
        loaded = [outcome(reading) for reading in found]
        receipts.write(opened, firm, run, found)
        note_held(opened, run, found)
    return loaded


def _kept(
    generation: Path,
    connection: Connection,
    read: Sequence[Reading],
    opened: duckdb.DuckDBPyConnection,
    run: Run,
) -> list[Reading]:
    """Load what was read and return it, marked as not loaded when dlt refuses it."""
    placed = [(raw_schema(connection, r.table), r) for r in map(held_back, read)]
    for to in sorted({schema for schema, _ in placed}):
        arrived = [
            (reading.table, changed)
            for schema, reading in placed
            if schema == to
            and (changed := raw.unlike_stored(opened, schema, reading)).num_rows
        ]
        if connection.system == "imports":
            raw.merge_rows(opened, to, arrived)
        elif arrived and (problem := _run(generation, connection, to, arrived, opened)):
            return [replace(reading, rows=None, problem=problem) for reading in read]
    return [settled(opened, schema, reading, run) for schema, reading in placed]


def _run(
    generation: Path,
    connection: Connection,
    schema: str,
    arrived: Sequence[tuple[RawTable, pa.Table]],
    opened: duckdb.DuckDBPyConnection,
) -> str:
    """Merge the rows into the raw tables. Return why that failed, or nothing."""
    # Slow import: dlt takes more than a second, and only a night that loads needs it.
    os.environ.update(DLT)
    import dlt
    from dlt.pipeline.exceptions import PipelineStepFailed

    pipeline = dlt.pipeline(
        pipeline_name=f"{schema}__{connection.name}",
        pipelines_dir=str(generation / "dlt"),
        destination=dlt.destinations.duckdb(opened),
        dataset_name=schema,
    )

    def resources() -> Iterator[Any]:
        for table, rows in arrived:
            yield dlt.resource(
                [rows],
                name=table.name,
                primary_key=["connection", *table.key],
                write_disposition={"disposition": "merge", "strategy": "upsert"},
                columns=raw.hints(table),
            )

    source = dlt.source(resources, name=connection.system, schema_contract=CONTRACT)
    try:
        pipeline.run(source(), loader_file_format="parquet")
    except PipelineStepFailed as error:
        # A package that failed once would fail every later run as well.
        pipeline.abort_packages()
        return f"{connection.name} could not be loaded: {error.__cause__ or error}"
    return ""
