"""How long who is who takes as records grow, beside Splink 5 on the same pairs.

Run it as `make scale`. Invented clients, each in CRM, PSA and accounting, go
through the same models as a night; Splink compares name, domain, phone and postcode of
the pairs that our keys found. Rewrites the section "Cost of identity" of
benchmarks/RESULTS.md.
"""

import json
import resource
import sys
import tempfile
import time
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import duckdb
from splink import DuckDBAPI, Linker, SettingsCreator, block_on
from splink.comparison_library import ExactMatch, JaroWinklerAtThresholds

from benchmarks.invented_clients import firm
from benchmarks.night import write_section
from tests.dbt.small_firm import resolve

SIZES = (10_000, 30_000, 100_000)
CHAIN = (
    "+int_clients__grouped,path:models/intermediate/clients "
    "+int_clients__grouped,resource_type:seed"
)
HEAD = "| records | pairs | weighed | ours | Splink 5 | ours / Splink | memory, MB |"
TOLD = (
    "Seconds of one run, two threads. Ours: every model from records to groups, "
    "without the start of dbt. Splink: training, prediction and clustering of the same "
    "pairs. "
    "Memory: the peak of the process that ran both."
)


def our_seconds(scratch: Path) -> float:
    """Return how long the models of the last run took, from first to last."""
    results = json.loads((scratch / "dbt" / "run_results.json").read_text())["results"]
    moments = [
        datetime.fromisoformat(step[end])
        for result in results
        if result["unique_id"].startswith("model.")
        for step in result["timing"]
        for end in ("started_at", "completed_at")
    ]
    return (max(moments) - min(moments)).total_seconds()


def splink_seconds(warehouse: Path) -> tuple[int, int, float]:
    """Return how many pairs there are, how many we weighed, and Splink's seconds."""
    with duckdb.connect() as opened:
        opened.execute(f"set threads = 2; attach '{warehouse}' as night (read_only)")
        opened.execute(
            "create table names as select record_id, core_name, domain, phone, "
            "postcode from night.intermediate.int_clients__collapsed"
        )
        opened.execute(
            "create table compared as select '0' as match_key, "
            "left_record as join_key_l, right_record as join_key_r "
            "from night.intermediate.int_clients__paired"
        )
        [(n_pairs,)] = opened.execute("select count(*) from compared").fetchall()
        [(n_weighed,)] = opened.execute(
            "select count(*) from night.intermediate.int_clients__scored"
        ).fetchall()
        database = DuckDBAPI(connection=opened)
        began = time.monotonic()
        _link(opened, database)
        return n_pairs, n_weighed, time.monotonic() - began


def _link(opened: duckdb.DuckDBPyConnection, database: DuckDBAPI) -> None:
    name = JaroWinklerAtThresholds("core_name", [0.92, 0.8])
    settings = SettingsCreator(
        link_type="dedupe_only",
        unique_id_column_name="record_id",
        comparisons=[
            name.configure(term_frequency_adjustments=True),
            *map(ExactMatch, ("domain", "phone", "postcode")),
        ],
        blocking_rules_to_generate_predictions=[],
    )
    linker = Linker(database.register(opened.table("names")), settings, "ERROR")
    training = linker.training
    training.estimate_probability_two_random_records_match(
        [block_on("domain"), block_on("phone")], recall=0.7
    )
    training.estimate_u_using_random_sampling(max_pairs=1e6, seed=1)
    training.estimate_parameters_using_expectation_maximisation(block_on("domain"))
    training.estimate_parameters_using_expectation_maximisation(block_on("phone"))
    pairs = database.register(opened.table("compared"))
    linker.table_management.register_blocked_pairs_for_predict(pairs)
    predicted = linker.inference.predict(threshold_match_probability=0.5)
    linker.clustering.cluster_pairwise_predictions_at_threshold(predicted, 0.99)


def rows(sizes: tuple[int, ...]) -> Iterator[str]:
    """Measure each size; yield the rows of the table."""
    for size in sizes:
        with tempfile.TemporaryDirectory() as folder:
            warehouse = Path(folder) / "warehouse.duckdb"
            resolve(warehouse, firm(size), select=CHAIN)
            ours = our_seconds(Path(folder))
            n_pairs, n_weighed, splink = splink_seconds(warehouse)
        memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
        yield (
            f"| {size:,} | {n_pairs:,} | {n_weighed:,} | {ours:.1f} | {splink:.1f} "
            f"| {ours / splink:.1f} | {memory:,} |"
        )


def main(sizes: tuple[int, ...]) -> None:
    """Measure and write the table."""
    lines = [HEAD, "|---" * 7 + "|"]
    for row in rows(sizes):
        sys.stdout.write(f"{row}\n")
        lines.append(row)
    write_section("Cost of identity", "\n".join([TOLD, "", *lines, ""]))


if __name__ == "__main__":
    main(tuple(map(int, sys.argv[1:])) or SIZES)
