"""Ordinary days of invented firms, to hear whether a night cries wolf.

    python -m tests.pipelines.sources.ordinary_days 3 60

Plays so many days in so many firms: people approve and take back, close and reopen,
pay, rename, hand over, raise rates and clear what they no longer need, one by one and
in bulk. Every system is read each night, incrementally and on the seventh day whole.
Writes how often a table was held back, which should be never.
"""

import random
import sys
import tempfile
from collections import Counter
from contextlib import ExitStack
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from benchmarks.night import write_section
from pipelines import raw
from pipelines.fetch import readings
from pipelines.run import Run
from pipelines.sandbox.server import serve
from pipelines.settling import settled
from pipelines.sources.registry import raw_schema, tables
from tests.pipelines.sandbox.tiny_world import TinyWorld
from tests.pipelines.sources import ordinary_firm
from tests.pipelines.sources.asking_a_system import source_of
from tests.pipelines.sources.estate import SYSTEMS, UNLIMITED, warehouse_of
from tests.pipelines.sources.faulty import Faulty
from tests.pipelines.sources.ordinary_edits import EDITS

BELIEVED = {"google_sheets"}
"""What a firm writes into its own sheet is never doubted."""

PLAYED = [system for system in SYSTEMS if system not in BELIEVED]


def nights(seed: int, n_days: int, folder: Path) -> Counter[str]:
    """Play a firm for so many days; return how often each problem was told."""
    dice, rows, told = random.Random(seed), ordinary_firm.rows(), Counter[str]()
    with ExitStack() as stack:
        kept = {one: stack.enter_context(warehouse_of(one)) for one in PLAYED}
        for day in range(n_days):
            now = datetime(2026, 6, 1, 18) + timedelta(days=day)
            for edit in dice.sample(EDITS, dice.randrange(3, 7)):
                edit(rows, dice, now)
            with serve(TinyWorld(**rows), folder, PLAYED, limits=UNLIMITED) as served:
                for system, opened in kept.items():
                    told.update(night(served, system, opened, now))
    return told


def night(served: Any, system: str, opened: Any, now: datetime) -> list[str]:
    """Read one system, keep what came, and return what was held back."""
    connection, source = source_of(served, system, Faulty())
    known = tables(connection)
    run = Run(f"{now:%F}", now, now.date(), "test")
    found = readings(connection, known, opened, run, source)
    for one in found:
        schema = raw_schema(connection, one.table)
        changed = raw.unlike_stored(opened, schema, one)
        if changed.num_rows:
            raw.merge_rows(opened, schema, [(one.table, changed)])
    return [
        after.problem
        for one in found
        if (after := settled(opened, raw_schema(connection, one.table), one, run))
        and after.problem
    ]


def main(n_firms: int, n_days: int) -> int:
    """Play the firms and write what was told; return 1 when anything was."""
    told = Counter[str]()
    for seed in range(n_firms):
        with tempfile.TemporaryDirectory() as folder:
            told += nights(seed, n_days, Path(folder))
    sys.stdout.write("".join(f"{n} {what}\n" for what, n in told.most_common()))
    write_section(
        "Ordinary days",
        f"{n_firms * n_days * len(PLAYED):,} nights of {len(PLAYED)} systems: {n_days} "
        f"days of {n_firms} invented firms, with edits one by one and in bulk. A table "
        f"was held back {told.total()} times.\n",
    )
    return 1 if told else 0


if __name__ == "__main__":
    sys.exit(main(*map(int, sys.argv[1:])))
