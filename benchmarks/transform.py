"""How the models grow with the work: the sample's time entries 1, 10 and 100 times.

Run it as `python benchmarks/transform.py 1 10 100`. Beside each build stands one
hand-written query that computes the firm's numbers and nothing else. Rewrites the
section "Transform" of benchmarks/RESULTS.md.
"""

import os
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from benchmarks.night import write_section  # noqa: E402
from pipelines import warehouse  # noqa: E402
from pipelines.beginning import Order  # noqa: E402
from pipelines.firm import read_firm  # noqa: E402
from pipelines.nightly import one_step  # noqa: E402
from pipelines.transform import transform  # noqa: E402

QUERY = (ROOT / "benchmarks" / "anchors.sql").read_text()
COPIED = {
    "raw_birdview.timelogs": "time_entry_id",
    "raw_imports_accounting.invoice_line_times": "time_entry_id",
}
"""What is repeated, under ids of its own: the work and which invoice covers it."""


def main() -> None:
    factors = [int(factor) for factor in sys.argv[1:]] or [1, 10]
    rows = []
    with tempfile.TemporaryDirectory() as folder:
        order = Order(read_firm(ROOT / "firm.toml"), Path(folder) / "build", None)
        if one_step(order, "load"):
            raise SystemExit("The sample firm was not loaded; see the lines above.")
        [built] = (Path(folder) / "build" / "generations").glob("*/warehouse.duckdb")
        reached = 1
        for factor in factors:
            repeat(built, reached, factor)
            reached = factor
            rows.append(measured(built, Path(folder), factor))
    write_section("Transform", section(rows))


def repeat(built: Path, reached: int, factor: int) -> None:
    """Add copies of the work until there is ``factor`` times as much."""
    with warehouse.connection(built, write=True) as opened:
        for table, key in COPIED.items():
            opened.execute(
                f"insert into {table} select copied.* replace "
                f"({key} || '~' || number as {key}) from "
                f"(select * from {table} where {key} not like '%~%') as copied "
                f"cross join range({reached}, {factor}) as numbers(number)"
            )


def measured(built: Path, folder: Path, factor: int) -> list[str]:
    began = time.monotonic()
    transform(built, folder / "dbt")
    models = time.monotonic() - began
    with warehouse.connection(built) as opened:
        began = time.monotonic()
        opened.execute(QUERY).fetchall()
        query = time.monotonic() - began
        [[n_entries]] = opened.execute(
            "select count(*) from intermediate.int_psa_time_entries__unioned"
        ).fetchall()
        [[n_rows]] = opened.execute(
            "select count(*) from marts.revenue_contributions"
        ).fetchall()
    return [
        f"{factor}",
        f"{n_entries:,}",
        f"{n_rows:,}",
        f"{models:.1f}",
        f"{query:.2f}",
        f"{models / query:,.0f}",
    ]


def section(rows: list[list[str]]) -> str:
    head = ["times", "time entries", "contributions", "models", "query", "ratio"]
    lines = [head, ["---:"] * len(head), *rows]
    table = "\n".join(f"| {' | '.join(line)} |" for line in lines)
    return (
        f"{table}\n\nSeconds on {os.cpu_count()} cores. The models build and test "
        "every number of every scope and month with its steps and evidence; the query "
        "answers the firm's numbers alone.\n"
    )


if __name__ == "__main__":
    main()
