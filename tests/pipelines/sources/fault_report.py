"""How every fault ended, for benchmarks/RESULTS.md; only the whole product is told."""

import os
from collections import Counter

from benchmarks.night import write_section
from tests.pipelines.sources.faults import FAULTS, HELD_BY
from tests.pipelines.sources.unharmed import UNHARMED

ENDS = ("exact", "kept", "told", "held", "ended", "silent")
MEANING = (
    "Exact: the rows of an undisturbed run. Kept: every record is there, with the new "
    "value. Told: what does not fit is in quarantine. Held: a table keeps its last "
    "rows. Ended: the source does. Silent: rows are missing and nobody is told."
)
IS_WHOLE = "FAULTS" in os.environ


def write_ends(ended: Counter[tuple[str, str]], n_systems: int) -> None:
    """Write how often each fault ended in which way."""
    head = ["fault", *ENDS]
    lines = [head, ["---", *["---:"] * len(ENDS)]]
    lines += [[name, *(str(ended[name, end]) for end in ENDS)] for name in FAULTS]
    table = "\n".join(f"| {' | '.join(line)} |" for line in lines)
    write_section(
        "Faults",
        f"{table}\n\nEach fault at the first, middle and last answer that it changes, "
        f"of each of {n_systems} systems, except for those that it cannot happen to "
        f"({spared()}). {MEANING} {', '.join(HELD_BY)} can happen to one system only "
        "and have a test of its own.\n",
    )


def spared() -> str:
    """Name the systems that a fault cannot happen to."""
    return "; ".join(f"{code}: {', '.join(of)}" for code, of in UNHARMED.items())


def write_schedules(n_schedules: int, n_taken: int) -> None:
    """Write how many random schedules took a record away."""
    write_section(
        "Schedules of faults",
        f"Of {n_schedules:,} random schedules of one to three faults, {n_taken} took a "
        "record for deleted.\n",
    )
