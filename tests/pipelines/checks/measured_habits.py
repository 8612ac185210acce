"""Plant bad habits in invented firms and measure what is found; `make habits` runs it.

`measured_habits.py 10` takes ten firms of the sandbox's size, each with two cases of
every habit. It rewrites the section "Bad habits" of benchmarks/RESULTS.md and fails
when a case is missed, or something is found that nobody planted.
"""

import sys
import tempfile
from collections import Counter
from pathlib import Path

import bills
import habits
import missed
import promises
import recreated
import trackers
from invented import firm, judge

from benchmarks.night import write_section
from pipelines.sandbox.dates import AS_OF
from pipelines.sandbox.invention import invent

Cases = set[tuple[str, ...]]
"""What is found or wanted, its pattern first."""
HEAD = "| pattern | planted | found | recall | precision |\n|---|---:|---:|---:|---:|\n"
MEANING = """
Seeds 1 to {n}, each a firm of the sandbox's size whose records' identities are known.
Handoffs are those from deals, work, time sheets, plans, people, absences and bills to
payments. A list is one of projects beside the PSA. By design
means an amount that answers another question: listed, sold and planned.
"""


def edits(seed: int, path: Path, n_of_each: int = 2) -> tuple[Cases, Cases, int]:
    """Return wanted and found edits, and how many differences are by design."""
    draft, truths = firm(seed, n_of_each)
    by_design = habits.differ_by_design(truths, draft)
    seen = habits.found(judge(path, draft, truths))
    flagged = {("by design", record) for _, record in seen if record in by_design}
    return set(habits.expected(truths)), seen | flagged, len(by_design)


def handoffs(seed: int, path: Path, n_of_each: int = 2) -> tuple[Cases, Cases]:
    """Return wanted and found broken handoffs."""
    draft, truths = invent(seed, AS_OF)
    wanted = missed.answered(draft, truths) | promises.spoil(draft, n_of_each)
    return set(wanted), set(promises.judged(path, draft, truths))


def records(seed: int, path: Path, n_of_each: int = 2) -> tuple[Cases, Cases]:
    """Return wanted and found records that were entered again."""
    draft, truths = invent(seed, AS_OF)
    wanted = recreated.spoil(draft, truths, n_of_each)
    seen = recreated.found(path, draft, truths)
    return (
        {("recreated " + entity, record) for entity, record in wanted},
        {("recreated " + entity, record) for entity, record in seen},
    )


def payments(seed: int, path: Path, n_of_each: int = 2) -> tuple[Cases, Cases]:
    """Return wanted and found bills whose payment is not in order."""
    draft, truths = invent(seed, AS_OF)
    wanted = bills.of_itself(draft, truths) | bills.spoil(draft, n_of_each)
    return set(wanted), set(bills.judged(path, draft, truths))


def lists(seed: int, path: Path, n_of_each: int = 2) -> tuple[Cases, Cases]:
    """Return wanted and found records of a list kept beside the PSA."""
    draft, truths = invent(seed, AS_OF)
    kept, wanted = trackers.keep(draft, truths, n_of_each)
    seen = trackers.found(path, draft, truths, kept)
    return (
        {("list " + state, record) for state, record in wanted},
        {("list " + state, record) for state, record in seen},
    )


def main(n_firms: int) -> bool:
    """Measure so many firms, write the table, return whether all is as it must be."""
    counts: dict[str, Counter[str]] = {}
    n_by_design = 0
    for seed in range(1, 1 + n_firms):
        with tempfile.TemporaryDirectory() as folder:
            place = Path(folder)
            wanted, seen, n = edits(seed, place / "edits.duckdb")
            _count(counts, wanted, seen)
            n_by_design += n
            _count(counts, *handoffs(seed, place / "handoffs.duckdb"))
            _count(counts, *records(seed, place / "records.duckdb"))
            _count(counts, *payments(seed, place / "payments.duckdb"))
            _count(counts, *lists(seed, place / "lists.duckdb"))
        sys.stdout.write(f"firm {seed}: {len(counts)} patterns\n")
    lines = [
        f"| {name} | {n['planted']} | {n['found']} | "
        f"{n['right'] / max(n['planted'], 1):.3f} | "
        f"{n['right'] / max(n['found'], 1):.3f} |\n"
        for name, n in sorted(counts.items())
        if name != "by design"
    ]
    flagged = counts.get("by design", Counter())["found"]
    told = f"\n{n_by_design:,} differences by design, {flagged} of them flagged.\n"
    write_section(
        "Bad habits", HEAD + "".join(lines) + told + MEANING.format(n=n_firms)
    )
    return all(
        len({n["planted"], n["found"], n["right"]}) == 1 for n in counts.values()
    )


def _count(counts: dict[str, Counter[str]], wanted: Cases, seen: Cases) -> None:
    for name, rows in (("planted", wanted), ("found", seen), ("right", wanted & seen)):
        for pattern, *_ in rows:
            counts.setdefault(pattern, Counter())[name] += 1


if __name__ == "__main__":
    sys.exit(not main(int(sys.argv[1])))
