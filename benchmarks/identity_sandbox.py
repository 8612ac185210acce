"""Who is who in invented firms whose truth is known: precision, recall, wrong money.

Run it as `make identity`. Each seed is a firm that no weight was chosen on; its records
go straight to the models, without any source system. Then every question is answered
from the truth and the firm is resolved again. Rewrites the section "Identity of
invented firms" of benchmarks/RESULTS.md.
"""

import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path

from benchmarks.identity_measured import TYPES, Measured, measured
from benchmarks.night import write_section
from pipelines.sandbox.answers import answers
from pipelines.sandbox.world import build_world
from tests.dbt.small_firm import Row, World, ask, resolve

SEEDS = (101, 202, 303, 404, 505)
HEAD = (
    "entity",
    "records",
    "precision",
    "recall",
    "lowest recall of a firm",
    "money on the wrong client",
    "questions per 1,000 records",
    "most in a firm",
    "answered: precision",
    "recall",
    "money on the wrong client",
)
TOLD = (
    "Seeds {}; none of them was used for tuning. Answered: every question got its "
    "answer from the truth, and the night ran again."
)


def world_of(seed: int) -> World:
    """Return the records of the firm of one seed, on its first day."""
    tables = build_world(seed).tables
    return {f"{role}.{name}": rows for (role, name), rows in tables.items()}


def answered(warehouse: Path, truth: Mapping[str, str]) -> list[Row]:
    """Answer every question of a night from the truth, as lines of decisions."""
    return [
        {
            "entity": entity,
            "left_record": left,
            "right_record": right,
            "decision": "same"
            if truth[str(left)] == truth[str(right)]
            else "different",
        }
        for entity in TYPES
        for left, right in ask(
            warehouse,
            f"select left_record, right_record from marts.{entity}_questions "
            "order by all",
        )
    ]


def nights(seed: int, folder: Path) -> tuple[list[Measured], list[Measured]]:
    """Measure the firm of one seed, then once more with every question answered."""
    world, truth = world_of(seed), answers(seed).identities
    warehouse = folder / f"{seed}.duckdb"
    resolve(warehouse, world)
    first = list(measured(warehouse, truth))
    resolve(warehouse, world, answered(warehouse, truth), day=2)
    return first, list(measured(warehouse, truth))


def table(
    firsts: Mapping[int, list[Measured]], lasts: Mapping[int, list[Measured]]
) -> list[str]:
    """Return the lines of the table: one for each entity, over all firms."""
    lines = [f"| {' | '.join(HEAD)} |", "|---" * len(HEAD) + "|"]
    for position in range(len(TYPES)):
        each = [first[position] for first in firsts.values()]
        first, last = (
            Measured.together(each),
            Measured.together(o[position] for o in lasts.values()),
        )
        entity, records, precision, recall, wrong, questions = first.row
        cells = [
            entity,
            records,
            precision,
            recall,
            f"{min(one.recall for one in each):.4f}",
            wrong,
            questions,
            max((one.row[5] for one in each), key=float),
            *last.row[2:5],
        ]
        lines.append(f"| {' | '.join(cells)} |")
    return lines


def main(seeds: tuple[int, ...] = SEEDS) -> None:
    """Measure every seed and write the table."""
    firsts: dict[int, list[Measured]] = {}
    lasts: dict[int, list[Measured]] = {}
    with tempfile.TemporaryDirectory() as folder:
        for seed in seeds:
            firsts[seed], lasts[seed] = nights(seed, Path(folder))
            for one, other in zip(firsts[seed], lasts[seed], strict=True):
                told = " | ".join([*one.row, *other.row[2:]])
                sys.stdout.write(f"{seed} {told}\n")
    lines = table(firsts, lasts)
    sys.stdout.write("\n".join(lines) + "\n")
    told = TOLD.format(", ".join(map(str, seeds)))
    write_section("Identity of invented firms", "\n".join([told, "", *lines]))


if __name__ == "__main__":
    main()
