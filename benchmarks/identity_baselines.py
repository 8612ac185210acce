"""What others would say of the same names: equal names, Jaro-Winkler, Splink 5.

Each reads the tables `names` (record_id, side, normal_name, core_name, first_letters)
and `compared` (left_record, right_record) and returns pairs between the two sides.
"""

import duckdb
from splink import DuckDBAPI, Linker, SettingsCreator, block_on
from splink.comparison_library import JaroWinklerAtThresholds

from benchmarks.pudl import Pairs

SIDES = (
    "from names as one inner join names as other "
    "on one.side = 'crm' and other.side = 'accounting' and "
)


def equal_names(opened: duckdb.DuckDBPyConnection) -> Pairs:
    """Say that equal names are one, without their legal forms."""
    return pairs(opened, "one.core_name = other.core_name")


def alike_names(opened: duckdb.DuckDBPyConnection, threshold: float = 0.92) -> Pairs:
    """Say that names of this Jaro-Winkler likeness are one: the usual default."""
    likeness = "jaro_winkler_similarity(one.normal_name, other.normal_name)"
    return pairs(opened, f"{likeness} >= {threshold}")


def pairs(opened: duckdb.DuckDBPyConnection, condition: str) -> Pairs:
    """Return the pairs of both sides for which a condition holds."""
    rows = opened.execute(f"select one.record_id, other.record_id {SIDES} {condition}")
    return set(rows.fetchall())


def trained(opened: duckdb.DuckDBPyConnection, database: DuckDBAPI) -> Linker:
    """Let Splink learn how often names agree by chance; its own start values say m.

    One comparison alone cannot teach it m: with an m of its own training, the best
    threshold reached an F1 of 0.15 here.
    """
    settings = SettingsCreator(
        link_type="dedupe_only",
        unique_id_column_name="record_id",
        comparisons=[
            JaroWinklerAtThresholds("core_name", [0.92, 0.8]).configure(
                term_frequency_adjustments=True
            )
        ],
        blocking_rules_to_generate_predictions=[],
    )
    linker = Linker(database.register(opened.table("names")), settings, "ERROR")
    linker.training.estimate_probability_two_random_records_match(
        [block_on("core_name")], recall=0.7
    )
    linker.training.estimate_u_using_random_sampling(max_pairs=1e6, seed=1)
    return linker


def splink_weights(opened: duckdb.DuckDBPyConnection) -> dict[tuple[str, str], float]:
    """Return the weight that Splink gives to every pair that we compared."""
    database = DuckDBAPI(connection=opened)
    linker = trained(opened, database)
    compared = opened.sql(
        "select '0' as match_key, left_record as join_key_l, "
        "right_record as join_key_r from compared"
    )
    linker.table_management.register_blocked_pairs_for_predict(
        database.register(compared)
    )
    predicted = linker.inference.predict().physical_name
    rows = opened.execute(
        f"select record_id_l, record_id_r, match_weight from {predicted} "
        "where record_id_l like 'hubspot:%' and record_id_r like 'quickbooks:%'"
    ).fetchall()
    return {(left, right): weight for left, right, weight in rows}
