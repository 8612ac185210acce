"""Who is who in invented firms whose truth is known: precision, recall, wrong money.

Run it as `make identity`. Each seed is a firm that no weight was chosen on; its records
go straight to the models, without any source system. Rewrites the section "Identity of
invented firms" of benchmarks/RESULTS.md.
"""

import sys
import tempfile
from pathlib import Path

from benchmarks.identity_measured import Measured, measured
from benchmarks.night import write_section
from pipelines.sandbox.answers import answers
from pipelines.sandbox.world import build_world
from tests.dbt.small_firm import resolve

SEEDS = (101, 202, 303, 404, 505)


def resolved(seed: int, folder: Path) -> Path:
    """Resolve the firm of one seed on its first day."""
    world = build_world(seed)
    tables = {f"{role}.{name}": rows for (role, name), rows in world.tables.items()}
    warehouse = folder / f"{seed}.duckdb"
    resolve(warehouse, tables)
    return warehouse


def main(seeds: tuple[int, ...] = SEEDS) -> None:
    """Measure every seed and write the table."""
    sums: dict[str, Measured] = {}
    with tempfile.TemporaryDirectory() as folder:
        for seed in seeds:
            warehouse = resolved(seed, Path(folder))
            for one in measured(warehouse, answers(seed).identities):
                known = sums.get(one.entity)
                sums[one.entity] = known.plus(one) if known else one
                sys.stdout.write(f"{seed} {' | '.join(one.row)}\n")
    head = "| entity | records | precision | recall | money on the wrong client | "
    lines = [head + "questions per 1,000 records |", "|---" * 6 + "|"]
    lines += [f"| {' | '.join(one.row)} |" for one in sums.values()]
    sys.stdout.write("\n".join(lines) + "\n")
    told = f"Seeds {', '.join(map(str, seeds))}; none of them was used for tuning."
    write_section("Identity of invented firms", "\n".join([told, "", *lines]))


if __name__ == "__main__":
    main()
