"""Every system served, each with a warehouse that has it, to be read with faults."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import pyarrow as pa
import requests

from pipelines import receipts, warehouse, watermarks
from pipelines.fetch import Reading, readings
from pipelines.raw import create_missing
from pipelines.run import Run
from pipelines.sandbox.server import VOICES, Served, serve
from pipelines.sources.registry import raw_schema, tables
from tests.pipelines.sandbox.tiny_world import NEW_YEAR
from tests.pipelines.sources.asking_a_system import connection_of, source_of
from tests.pipelines.sources.faulty import Faulty
from tests.pipelines.sources.faulty_world import world

SYSTEMS = sorted(VOICES)
UNLIMITED = {"xero": {"day_limit": 10**9}}
"""A campaign asks more often than one day allows."""

RUN = Run("night", NEW_YEAR, date(2026, 5, 31), "test")


@dataclass(frozen=True)
class Place:
    """One system, where it can be read with faults."""

    served: Served
    true: list[Reading]
    """What an undisturbed reading found; the warehouse has it."""

    heard: list[requests.Response]
    """The answers of the next undisturbed reading."""

    opened: Any


@contextmanager
def estate(folder: Path) -> Iterator[dict[str, Place]]:
    """Serve every system, and yield by name where it is and what was read there."""
    with ExitStack() as stack:
        served = serve(world(), folder, SYSTEMS, limits=UNLIMITED)
        sandbox = stack.enter_context(served)
        found = {}
        for system in SYSTEMS:
            opened = stack.enter_context(warehouse_of(system))
            true = read(sandbox, system, Faulty(), opened)
            assert [one.problem for one in true if one.problem] == [], system
            _remember(opened, true)
            again = Faulty()
            read(sandbox, system, again, opened)
            found[system] = Place(sandbox, true, again.heard, opened)
        yield found


@contextmanager
def warehouse_of(system: str) -> Iterator[Any]:
    """Open a warehouse with the tables of one system, and nothing in them."""
    known = tables(connection_of(system))
    schema = raw_schema(connection_of(system), next(iter(known.values())))
    with warehouse.connection(Path(":memory:"), write=True) as opened:
        opened.execute(f"{receipts.TABLES} {watermarks.TABLE}")
        create_missing(opened, {schema: tuple(known.values())})
        yield opened


def _remember(opened: Any, before: Sequence[Reading]) -> None:
    """Put what was read before into the warehouse."""
    for one in before:
        opened.register("known", one.rows.kept if one.rows else None)
        schema = raw_schema(one.connection, one.table)
        opened.execute(f"insert into {schema}.{one.table.name} from known")


def read(
    found: Served,
    system: str,
    session: requests.Session,
    opened: Any,
    settle: Callable[[Any, str, list[Reading]], None] | None = None,
) -> list[Reading]:
    """Read every table of one system, without any waiting.

    ``settle`` is handed the warehouse, its schema and what was read; then the
    warehouse is again as it was.
    """
    connection, source = source_of(found, system, session)
    known = tables(connection)
    opened.begin()
    try:
        found_now = readings(connection, known, opened, RUN, source)
        if settle:
            schema = raw_schema(connection, next(iter(known.values())))
            settle(opened, schema, found_now)
        return found_now
    finally:
        opened.rollback()


def content(reading: Reading) -> pa.Table | None:
    """Return the rows of a reading in the order of their keys."""
    if reading.rows is None:
        return None
    kept = reading.rows.kept
    keys = [(name, "ascending") for name in reading.table.key]
    return kept.sort_by(keys)
