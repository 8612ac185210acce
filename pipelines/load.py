"""Load every system of the firm into raw_<system>. The only module that runs dlt."""

import os
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import duckdb
import pyarrow as pa

from pipelines import receipts, warehouse
from pipelines.fetch import Reading, readings, signed_in
from pipelines.firm import Connection, Firm
from pipelines.raw import create_missing, hints, remove_unlisted, unlike_stored
from pipelines.rules import Run
from pipelines.sources import RawTable
from pipelines.sources.registry import declared, raw_schema

CONTRACT = {"tables": "evolve", "columns": "evolve", "data_type": "freeze"}
"""A new table or column is welcome; a column that changes its type is not."""


@dataclass(frozen=True)
class Loaded:
    """What became of one table tonight: read = loaded + quarantined + duplicate."""

    source_system: str
    table_name: str
    n_read: int
    n_loaded: int
    n_quarantined: int
    n_duplicate: int
    is_complete: bool
    seconds: float
    problem: str = ""
    """Why the table keeps its last rows, in a sentence; empty when it is complete."""


def load(
    firm: Firm,
    generation: Path,
    *,
    secrets: Mapping[str, str],
    addresses: Mapping[str, str],
    imports_folder: Path | None = None,
    run: Run,
) -> list[Loaded]:
    """Bring the warehouse of ``generation`` up to what the systems say now.

    A system that does not answer completely keeps its last complete rows, is marked
    and does not stop the others. Every declared table of every known system exists
    afterwards. Raises FirmError before anything is asked when a secret is missing.
    """
    firm = replace(firm, imports_folder=imports_folder or firm.imports_folder)
    schemas = declared()
    sources = [
        (connection, signed_in(firm, connection, secrets, addresses))
        for connection in firm.connections
    ]
    with warehouse.connection(generation / "warehouse.duckdb", write=True) as opened:
        found: list[Reading] = []
        for connection, source in sources:
            tables = {table.name: table for table in schemas[raw_schema(connection)]}
            read = readings(connection, tables, source, opened)
            found += _kept(generation, connection, read, opened)
        create_missing(opened, schemas)
        loaded = [_loaded(reading) for reading in found]
        receipts.write(opened, firm, run, found)
    return loaded


def _loaded(reading: Reading) -> Loaded:
    rows = reading.rows
    return Loaded(
        source_system=reading.connection.name,
        table_name=reading.table.name,
        n_read=rows.n_read if rows else 0,
        n_loaded=rows.kept.num_rows if rows else 0,
        n_quarantined=len(rows.rejected) if rows else 0,
        n_duplicate=rows.n_duplicate if rows else 0,
        is_complete=rows is not None,
        seconds=reading.seconds,
        problem=reading.problem,
    )


def _kept(
    generation: Path,
    connection: Connection,
    read: Sequence[Reading],
    opened: duckdb.DuckDBPyConnection,
) -> list[Reading]:
    """Load what was read and return it, marked as not loaded when dlt refuses it."""
    schema = raw_schema(connection)
    arrived = [
        (reading.table, changed)
        for reading in read
        if (changed := unlike_stored(opened, schema, reading)).num_rows
    ]
    if arrived:
        problem = _run(generation, connection, arrived, opened)
        if problem:
            return [replace(reading, rows=None, problem=problem) for reading in read]
    for reading in read:
        remove_unlisted(opened, schema, reading)
    return list(read)


def _run(
    generation: Path,
    connection: Connection,
    arrived: Sequence[tuple[RawTable, pa.Table]],
    opened: duckdb.DuckDBPyConnection,
) -> str:
    """Merge the rows into the raw tables. Return why that failed, or nothing."""
    # Slow import: dlt takes more than a second, and only a night that loads needs it.
    os.environ.setdefault("RUNTIME__DLTHUB_TELEMETRY", "false")
    import dlt
    from dlt.pipeline.exceptions import PipelineStepFailed

    schema = raw_schema(connection)
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
                columns=hints(table),
            )

    source = dlt.source(resources, name=connection.system, schema_contract=CONTRACT)
    try:
        pipeline.run(source(), loader_file_format="parquet")
    except PipelineStepFailed as error:
        # A package that failed once would fail every later run as well.
        pipeline.abort_packages()
        return f"{connection.name} could not be loaded: {error.__cause__ or error}"
    return ""
