"""The long comparison: many random firms, each client a firm of its own.

`make oracle N=500` calls it. Firms share a night as disjoint clients, 100 to a night;
the last twenty nights hold one firm each. A night that was compared before is not run
again, so an interrupted campaign goes on where it stopped.
"""

import json
import sys
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from benchmarks.night import write_section
from pipelines.beginning import Order
from pipelines.firm import read_firm
from pipelines.nightly import PUBLISHED, nightly
from tests.oracle.compared import Difference, differences
from tests.oracle.invented.stories import firm
from tests.oracle.published import identified, words_of
from tests.oracle.sums import Leaf, Step

SHARED = 100
ALONE = 20


def nights(n: int) -> list[tuple[int, int]]:
    """Return seed and number of clients of every night that ``n`` firms take.

    Seed 0 is a night of rarer cases, besides.
    """
    alone = min(ALONE, n // 20)
    sizes = [SHARED] * ((n - alone) // SHARED)
    if (n - alone) % SHARED:
        sizes.append((n - alone) % SHARED)
    return list(enumerate([1, *sizes, *[1] * alone]))


@dataclass(frozen=True)
class Compared:
    """What one night and the calculation say of the same firm."""

    built: Path
    differences: list[Difference]
    n_compared: int
    steps: dict[tuple[Leaf, Step, str], int]


def compared(seed: int, n_clients: int, folder: Path) -> Compared:
    """Run the night of one seed and compare it. Raises when it is not published."""
    invented = firm(seed, n_clients, is_rare=seed == 0)
    place = folder / f"{seed}-{n_clients}"
    place.mkdir(parents=True, exist_ok=True)
    order = Order(read_firm(invented.write(place)), place / "build", None)
    if nightly(order) != PUBLISHED:
        raise RuntimeError(f"The night of {place} was not published; see its log.")
    built = (place / "build" / "current").resolve() / "warehouse.duckdb"
    found, n_compared, steps = differences(identified(built, invented.facts()), built)
    return Compared(built, found, n_compared, steps)


def campaign(n: int, folder: Path) -> int:
    """Compare ``n`` firms and return the number of disagreements."""
    folder.mkdir(parents=True, exist_ok=True)
    told = folder / "compared.json"
    done = json.loads(told.read_text()) if told.exists() else {}
    produced: Counter[str] = Counter()
    n_failed = 0
    rows = []
    for seed, n_clients in nights(n):
        key = f"{seed}-{n_clients}"
        if key not in done:
            try:
                night = compared(seed, n_clients, folder)
            except RuntimeError as error:
                say(str(error))
                n_failed += 1
                continue
            done[key] = {
                "compared": night.n_compared,
                "different": len(night.differences),
                "drivers": Counter(
                    f"{one} {kind}" for _, (_, one, kind), _ in night.steps
                ),
            }
            for one in night.differences[:1]:
                say(f"{key}: {one}\n  records: {words_of(night.built, one.key)}")
            told.write_text(json.dumps(done, indent=1))
        produced.update(done[key]["drivers"])
        rows.append((seed, n_clients, done[key]["compared"], done[key]["different"]))
        say(
            f"{key}: {done[key]['compared']} numbers and steps compared, "
            f"{done[key]['different']} different"
        )
    say(
        "Steps by driver and class: "
        + ", ".join(f"{driver} {n}" for driver, n in produced.most_common())
    )
    write_section("Random firms", told_of(rows, produced))
    return n_failed + sum(night["different"] for night in done.values())


def told_of(rows: list[tuple[int, int, int, int]], produced: Counter[str]) -> str:
    """Return the table of all compared nights, in Markdown."""
    table = "".join(
        f"| {seed} | {n_clients} | {n_compared:,} | {n_different:,} |\n"
        for seed, n_clients, n_compared, n_different in rows
    )
    return (
        "| seed | firms in the night | numbers and steps compared | different |\n"
        f"| ---: | ---: | ---: | ---: |\n{table}\n"
        "Firms given as files, each a client that has nothing in common with the\n"
        "others, and the same firms in plain Python: every number and step of firm,\n"
        "client, project and deal, of every month. Reasons occurred in\n"
        f"{len(produced)} pairs of driver and class. Seed 0 has rarer cases.\n"
    )


def say(words: str) -> None:
    sys.stdout.write(f"{words}\n")


if __name__ == "__main__":
    sys.exit(1 if campaign(int(sys.argv[1]), Path(sys.argv[2])) else 0)
