"""Propose better weights from what people decided: `make weights`.

m, how often two records of one client agree in a piece of evidence, comes from the
pairs that somebody called the same; u, how often any two do, from pairs drawn at
random. Few answers move a weight little. Nothing is changed: a diff to the seed is
written, to be read and committed like any other change.
"""

import csv
import difflib
import io
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import TextIO

from pipelines.warehouse import connection
from pipelines.weighing import PAIRED, warehouse_of, weigh

SEED = Path(__file__).resolve().parents[1] / "dbt_project/seeds/identity_weights.csv"
KNOWN_BEFORE = 20
"""How many answers the present weight counts as much as."""
N_SAMPLED = 2000
Row = dict[str, str]
Counts = Mapping[tuple[str, str], int]
"""How many pairs show a piece of evidence at a level."""

SAMPLED = """
with numbered as (
    select
        record_id,
        row_number() over (order by md5(record_id)) as position,
        count(*) over () as n_records
    from intermediate.int_clients__collapsed
)
select lefts.record_id, rights.record_id
from numbered as lefts
inner join generate_series(1, 40) as steps (step) on true
inner join numbered as rights
    on rights.position = (lefts.position + steps.step * 7 - 1) % lefts.n_records + 1
where lefts.record_id < rights.record_id
order by md5(lefts.record_id || rights.record_id)
limit ?
"""
"""Pairs that no key brought together; the order of a hash is as good as chance."""

LABELLED = """
select evidence, level, count(*)
from marts.client_links as links
inner join rules.identity_decisions as decisions
    on links.left_record = least(decisions.left_record, decisions.right_record)
    and links.right_record = greatest(decisions.left_record, decisions.right_record)
where decisions.entity = 'client' and decisions.decision = 'same'
group by all
"""


def propose(build: Path, out: TextIO) -> int:
    """Write the diff to the seed; return 0, also when nothing would change."""
    with connection(warehouse_of(build)) as opened:
        same = _counts(opened.execute(LABELLED).fetchall())
        pairs = opened.execute(SAMPLED, [N_SAMPLED]).fetchall()
    with connection(weigh(build, pairs, build / "weights")) as opened:
        random = _counts(
            opened.execute(
                "select evidence, level, count(*) from marts.client_links "
                f"inner join {PAIRED} using (left_record, right_record) group by all"
            ).fetchall()
        )
    before = SEED.read_text(encoding="utf-8")
    rows = learned(list(csv.DictReader(io.StringIO(before))), same, random)
    after = _written(rows)
    out.writelines(
        difflib.unified_diff(
            before.splitlines(keepends=True),
            after.splitlines(keepends=True),
            "a/dbt_project/seeds/identity_weights.csv",
            "b/dbt_project/seeds/identity_weights.csv",
        )
    )
    return 0


def learned(rows: Sequence[Row], same: Counts, random: Counts) -> list[Row]:
    """Return the weights with m and u moved towards what was counted.

    Only weights that state m move, and u only where the seed states it: elsewhere the
    frequency of the value is u. A level counts against all levels of its evidence.
    """
    return [
        {
            **row,
            "m": _moved(row, "m", same),
            "u": _moved(row, "u", random),
        }
        if row["entity"] == "client" and row["m"] and not row["bits"]
        else dict(row)
        for row in rows
    ]


def _moved(row: Row, share: str, counts: Counts) -> str:
    n = sum(number for (kind, _), number in counts.items() if kind == row["evidence"])
    if not row[share] or n == 0:
        return row[share]
    found = counts.get((row["evidence"], row["level"]), 0)
    before = float(row[share])
    moved = (found + before * KNOWN_BEFORE) / (n + KNOWN_BEFORE)
    return f"{min(max(moved, 0.001), 0.999):.3f}"


def _counts(rows: Iterable[tuple[str, str, int]]) -> dict[tuple[str, str], int]:
    return {(evidence, level): number for evidence, level, number in rows}


def _written(rows: Sequence[Row]) -> str:
    text = io.StringIO()
    writer = csv.DictWriter(text, list(rows[0]), lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return text.getvalue()
