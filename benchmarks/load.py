"""How long a load takes beside what it is built on, in one run on one machine.

Files and Arrow: time entries through the whole load, beside DuckDB's own COPY of the
same rows. REST: pages through the shared client, beside dlt's `rest_api` source over
the same pages. Run it as `make bench`; an argument is the number of entries.
Rewrites the section "Load" of benchmarks/RESULTS.md.
"""

import sys
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path
from statistics import median

import duckdb

from benchmarks.load_pages import served, through_client, through_rest_api
from benchmarks.night import write_section
from pipelines.firm import Connection, Firm
from pipelines.load import load
from pipelines.run import Run

TIMES = 5
RUN = Run("night", datetime(2026, 6, 1, tzinfo=UTC), date(2026, 5, 31), "bench")
ENTRIES = """
copy (
    select
        'T' || range as time_entry_id, 'P' || range % 900 as project_id,
        'R' || range % 70 as person_id, date '2025-01-01' + (range % 500)::int as
        work_date, (range % 33 / 4)::decimal(18, 2) as hours, 'consultant' as role,
        120.00::decimal(18, 2) as bill_rate, true as is_billable,
        'approved' as status, timestamp '2026-01-01 10:00:00' as updated_at
    from range({n}) where range % 33 != 0
) to '{path}' ({how})
"""
TYPED = """
create table entries (
    time_entry_id varchar, project_id varchar, person_id varchar, work_date date,
    hours decimal(18, 4), role varchar, bill_rate decimal(18, 4), is_billable boolean,
    status varchar, updated_at timestamp
)
"""


def main(n: int) -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        rows = [
            files(folder / "csv", n, "csv", "header"),
            files(folder / "parquet", n, "parquet", "format parquet"),
            rest(n // 10),
        ]
    write_section("Load", section(rows))


def files(folder: Path, n: int, suffix: str, how: str) -> list[str]:
    path = folder / "imports" / "psa" / f"time_entries.{suffix}"
    path.parent.mkdir(parents=True)
    duckdb.sql(ENTRIES.format(n=n, path=path, how=how))
    ours = Firm(
        "Bench",
        "USD",
        (Connection("psa", "imports", "imports_psa"),),
        folder,
        imports_folder=folder / "imports",
    )

    def copied(to: Path) -> None:
        with duckdb.connect(str(to / "copied.duckdb")) as opened:
            opened.execute(TYPED)
            opened.execute(f"copy entries from '{path}' ({how})")

    def loaded(to: Path) -> None:
        (told,) = load(ours, to, secrets={}, addresses={}, run=RUN)
        assert told.n_loaded == told.n_read, told

    return measured(f"{n:,} entries, {suffix}", "COPY", copied, loaded, 2.5)


def rest(n: int) -> list[str]:
    with served(n) as address:
        return measured(
            f"{n:,} entries, REST",
            "rest_api",
            lambda to: through_rest_api(address, to / "theirs"),
            lambda to: through_client(address, to / "ours"),
            1.3,
        )


def measured(
    what: str,
    base: str,
    theirs: Callable[[Path], None],
    ours: Callable[[Path], None],
    most: float,
) -> list[str]:
    """Return a row of medians: each act in turn, TIMES, every time in a new folder.

    The first turn is not counted: in it Python imports what a night imports once.
    """
    seconds: tuple[list[float], list[float]] = ([], [])
    for _ in range(TIMES + 1):
        for act, told in zip((theirs, ours), seconds, strict=True):
            with tempfile.TemporaryDirectory() as name:
                began = time.perf_counter()
                act(Path(name))
                told.append(time.perf_counter() - began)
    base_seconds, our_seconds = (median(told[1:]) for told in seconds)
    ratio = f"**{our_seconds / base_seconds:.2f}**"
    row = [what, base, f"{base_seconds:.2f}", f"{our_seconds:.2f}", ratio, f"{most}"]
    sys.stdout.write(" ".join(row) + "\n")
    return row


def section(rows: list[list[str]]) -> str:
    lines = [
        "| what | beside | its seconds | ours | ratio | limit |",
        "| --- | --- | ---: | ---: | ---: | ---: |",
        *(f"| {' | '.join(row)} |" for row in rows),
    ]
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 1_000_000)
