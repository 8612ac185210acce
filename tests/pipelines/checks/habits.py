"""How many planted habits are found, and how many of those found were planted.

Run as a script, `habits.py 10`, it measures ten firms of the sandbox's size.
"""

import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import duckdb
from invented import firm, judge
from planted import Planted

from pipelines.sandbox.truths import SYSTEMS, Truths

Found = set[tuple[str, str]]
"""Pattern and record."""

FURTHER = {
    "ping_pong": (("against_direction", "crm"), ("drift_at_copy", "psa")),
    "copied_from_psa": (("reverse_flow", "crm"),),
    "integration_user": (("against_direction", "crm"),),
}
"""What a habit leaves besides, or under another name: pattern and role."""


def expected(truths: Truths) -> Iterator[tuple[str, str]]:
    """Yield what a perfect warehouse finds."""
    for answer in truths.answers:
        if answer.kind not in ("off_owner_edits", "edit_after_close"):
            continue
        detail = answer.detail or ""
        if answer.kind == "off_owner_edits":
            record = f"{SYSTEMS[answer.role]}:{answer.record_type}:{answer.record_id}"
            yield detail, record
        for pattern, role in FURTHER.get(detail, ()):
            yield pattern, _twin(truths, answer.client, role, answer.record_id)


def _twin(truths: Truths, client: str | None, role: str, record_id: str) -> str:
    """Return the record of a role that the habit fell on."""
    if role == "crm":
        kind = "account" if f"hubspot:account:{record_id}" in truths.identities else ""
        return f"hubspot:{kind or 'deal'}:{record_id}"
    return min(
        record
        for record, key in truths.identities.items()
        if key == client and record.startswith(f"{SYSTEMS[role]}:client:")
    )


def found(planted: Planted) -> Found:
    """Return what ours finds."""
    with duckdb.connect(str(planted.path), read_only=True) as opened:
        return set(
            opened.execute(
                "select pattern, record_id "
                "from intermediate.int_off_owner_edits__listed "
                "union select 'ping_pong', record_id "
                "from intermediate.int_fact_values__circled as circled "
                "inner join intermediate.int_fact_values__dated as said "
                "using (group_id, fact) where n_cycles >= 2 and said.is_owner "
                "and said.edit_id is not null"
            ).fetchall()
        )


def measure(seeds: range, n_of_each: int) -> dict[str, tuple[int, int, int]]:
    """Return for each pattern how many were planted, found, and found rightly."""
    counts: dict[str, Counter[str]] = {k: Counter() for k in ("planted", "found", "ok")}
    for seed in seeds:
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "warehouse.duckdb"
            draft, truths = firm(seed, n_of_each)
            wanted = set(expected(truths))
            seen = found(judge(path, draft, truths))
        for name, rows in (
            ("planted", wanted),
            ("found", seen),
            ("ok", wanted & seen),
        ):
            counts[name].update(pattern for pattern, _ in rows)
    patterns = sorted(counts["planted"] | counts["found"])
    return {p: tuple(counts[k][p] for k in counts) for p in patterns}  # type: ignore[misc]


if __name__ == "__main__":
    measured = measure(range(1, 1 + int(sys.argv[1])), 2)
    for name, (n_planted, n_found, n_right) in measured.items():
        sys.stdout.write(
            f"{name}: {n_planted} planted, {n_found} found, "
            f"recall {n_right / max(n_planted, 1):.3f}, "
            f"precision {n_right / max(n_found, 1):.3f}\n"
        )
    sys.exit(any(len(set(row)) > 1 for row in measured.values()))
