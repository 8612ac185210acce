"""Who is who among real companies, beside what equal names and Splink 5 would say.

Run it as `make identity PUDL=folder`. The records go through the same models as a
night. Rewrites the section "Identity of real companies" of benchmarks/RESULTS.md.
"""

import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import duckdb

from benchmarks.identity_baselines import (
    alike_names,
    equal_names,
    splink_weights,
)
from benchmarks.night import write_section
from benchmarks.pair_scores import MISSING, Table, between, clusters, score
from benchmarks.pudl import Companies, Pairs, companies
from pipelines.grouping import Pair, group
from tests.dbt.small_firm import resolve

CHAIN = (
    "+int_clients__scored,path:models/intermediate/clients "
    "+int_clients__scored,resource_type:seed"
)
STRIPPED = "replace(regexp_replace(core_name, '(company|co)$', ''), ' ', '')"
FLOORS = {"F1": 0.86, "recall": 0.89, "grouped": 0.9, "order": 0.005}
"""Before grouping, grouped, and how much the order of ties may move it."""
TOLD = (
    "Respondents of FERC as accounts of a CRM, utilities of EIA as customers of the "
    "books, by name alone (PUDL, Catalyst Cooperative, CC-BY-4.0). The map names no "
    "duplicate inside one system, so precision is a lower bound for every method; of "
    "clusters, records of one system with one name stand for each other. A night "
    "never merges on a name alone: it asks."
)


def measure(warehouse: Path, truth: Pairs, our_seconds: float) -> list[str]:
    """Measure every method on one resolved warehouse; return the lines to be kept."""
    with duckdb.connect() as opened:
        opened.execute(f"attach '{warehouse}' as night (read_only)")
        opened.execute(
            "create table names as select record_id, role as side, normal_name, "
            f"{STRIPPED} as core_name, left(core_name, 4) as first_letters "
            "from night.intermediate.int_clients__collapsed"
        )
        opened.execute(
            "create table compared as select left_record, right_record, "
            "cast(if(is_sister, least(match_bits, 0), match_bits) as double) as bits, "
            "cast(match_bits as double) as whole_bits "
            "from night.intermediate.int_clients__scored"
        )
        opened.execute("detach night")
        names = opened.execute("select record_id, core_name from names").fetchall()
        table = Table(truth, dict(names))
        _add_baselines(table, opened)
        moved = _add_ours(table, opened, our_seconds)
        return [*table.lines, "", moved]


def _add_baselines(table: Table, opened: duckdb.DuckDBPyConnection) -> None:
    methods: dict[str, Callable[[duckdb.DuckDBPyConnection], Pairs]] = {
        "equal names, legal form stripped": equal_names,
        "Jaro-Winkler, 0.92 or more": alike_names,
    }
    for method, say in methods.items():
        began = time.monotonic()
        said = say(opened)
        table.add(method, said, clusters(said), time.monotonic() - began)
    began = time.monotonic()
    weights = splink_weights(opened)
    seconds = time.monotonic() - began
    answers = {
        cut: {pair for pair, weight in weights.items() if weight >= cut}
        for cut in range(-80, 41)
    }
    best = max(answers, key=lambda cut: score(answers[cut], table.truth).f1)
    for method, cut in (("probability 0.5", 0), ("weight with the answers", best)):
        said = answers[cut]
        table.add(f"Splink 5, {method} ({cut:+})", said, clusters(said), seconds)


def _add_ours(
    table: Table, opened: duckdb.DuckDBPyConnection, our_seconds: float
) -> str:
    rows = opened.execute(
        "select left_record, right_record from compared where whole_bits > 0 "
        "and left_record like 'hubspot:%' and right_record like 'quickbooks:%'"
    ).fetchall()
    table.add("ours, before grouping", set(rows), clusters(rows), our_seconds)
    as_names, moved = table.between_names(rows), 0.0
    grouped = []
    for method, bits in (
        ("ours, grouped", "whole_bits"),
        ("ours, grouped, sisters never attract", "bits"),
    ):
        known = opened.execute(
            f"select left_record, right_record, {bits} from compared"
        ).fetchall()
        ends = {end for *two, evidence in known if evidence > 0 for end in two}
        near = [row for row in known if row[0] in ends and row[1] in ends]
        began = time.monotonic()
        found, _ = group((Pair(*row) for row in near), minimum=0.001, missing=MISSING)
        seconds = our_seconds + time.monotonic() - began
        first = table.add(method, between(found), found, seconds).f1
        orders = table.in_other_orders(near)
        moved = max(moved, *(abs(first - f1) for f1 in orders))
        grouped.append(first)
    reached = {"F1": as_names.f1, "recall": as_names.recall, "grouped": max(grouped)}
    missed = [name for name, value in reached.items() if value < FLOORS[name]]
    if moved > FLOORS["order"] or missed:
        sys.stdout.write(f"Below the floor: {', '.join(missed) or 'order of ties'}.\n")
    return (
        f"Before grouping, as pairs of names: {', '.join(as_names.told)}. "
        f"Ties in three other orders move the F1 of clusters by {moved:.4f} at most."
    )


def main(folder: Path) -> None:
    """Resolve the companies, measure, write the table."""
    told: Companies = companies(folder)
    with tempfile.TemporaryDirectory() as scratch:
        warehouse = Path(scratch) / "warehouse.duckdb"
        began = time.monotonic()
        resolve(warehouse, told.world, select=CHAIN)
        lines = measure(warehouse, told.truth, time.monotonic() - began)
    write_section("Identity of real companies", "\n".join([TOLD, "", *lines, ""]))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
