"""The same m and u on the same pairs: Splink's match weights are our bits."""

from collections.abc import Iterator
from pathlib import Path

import duckdb
import pytest
from splink import DuckDBAPI, Linker, SettingsCreator
from splink.comparison_level_library import CustomLevel, ElseLevel, NullLevel
from splink.comparison_library import CustomComparison

COLUMNS = {
    "tax id": "tax_id",
    "registration id": "registration_id",
    "domain": "domain",
    "phone": "phone",
    "email": "email",
    "address": "address",
    "postcode": "postcode",
    "country": "country",
    "currency": "currency_code",
}
"""Evidence that Splink can say: one value on each side. It knows no words of names."""


@pytest.fixture(scope="module")
def sample(sample_build: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    """Open a copy in memory of what the night compared, and how often values occur."""
    warehouse = (sample_build / "current").resolve() / "warehouse.duckdb"
    with duckdb.connect() as opened:
        opened.execute(f"attach '{warehouse}' as night (read_only)")
        for table in ("collapsed", "weighed", "scored"):
            opened.execute(
                f"create table {table} as "
                f"select * from night.intermediate.int_clients__{table}"
            )
        opened.execute(
            "create table weights as select * from night.rules.identity_weights "
            "where entity = 'client'"
        )
        opened.execute("detach night")
        yield opened


def test_evidence_plus_prior_is_the_score(sample: duckdb.DuckDBPyConnection) -> None:
    rows = sample.execute(
        "select scored.match_bits, sum(weighed.bits) - round(log2("
        "(select count(*) from collapsed)), 12)::decimal(15, 12) "
        "from scored inner join weighed using (left_record, right_record) "
        "group by left_record, right_record, scored.match_bits"
    ).fetchall()
    assert len(rows) > 100
    assert [score for score, _ in rows] == [sums for _, sums in rows]


def test_splink_weighs_the_same_pairs_to_the_same_bits(
    sample: duckdb.DuckDBPyConnection,
) -> None:
    pieces = " + ".join(
        f"coalesce(mw_{column}, 0) + coalesce(mw_tf_adj_{column}, 0)"
        for column in COLUMNS.values()
    )
    predicted = scored_by_splink(sample).physical_name
    rows = sample.execute(
        f"with splink as (select record_id_l, record_id_r, {pieces} as bits, "
        f"match_weight from {predicted}), "
        "ours as (select left_record, right_record, sum(bits) as bits "
        f"from weighed where evidence in {tuple(COLUMNS)} group by all) "
        "select ours.bits, splink.bits, match_weight from splink "
        "inner join ours on record_id_l = left_record and record_id_r = right_record"
    ).fetchall()
    assert len(rows) > 100
    prior = -sample.execute("select log2(count(*)) from collapsed").fetchall()[0][0]
    for ours, theirs, whole in rows:
        assert float(ours) == pytest.approx(theirs, abs=1e-9)
        assert float(ours) + prior == pytest.approx(whole, abs=1e-9)


def scored_by_splink(sample: duckdb.DuckDBPyConnection):  # type: ignore[no-untyped-def]
    """Let Splink score our pairs with our weights and our frequencies."""
    database = DuckDBAPI(connection=sample)
    [(n_records,)] = sample.execute("select count(*) from collapsed").fetchall()
    settings = SettingsCreator(
        link_type="dedupe_only",
        unique_id_column_name="record_id",
        probability_two_random_records_match=1 / (n_records + 1),
        comparisons=[comparison(sample, *both) for both in COLUMNS.items()],
        retain_intermediate_calculation_columns=True,
        blocking_rules_to_generate_predictions=[],
    )
    linker = Linker(database.register(sample.table("collapsed")), settings, "ERROR")
    for column in COLUMNS.values():
        frequencies = sample.sql(
            f"select {column}, count(distinct item_id) / "
            f"(select count(distinct item_id) from collapsed) as tf_{column} "
            f"from collapsed where {column} is not null group by all"
        )
        linker.table_management.register_term_frequency_lookup(
            database.register(frequencies), column
        )
    pairs = sample.sql(
        "select '0' as match_key, left_record as join_key_l, "
        "right_record as join_key_r from scored"
    )
    linker.table_management.register_blocked_pairs_for_predict(database.register(pairs))
    return linker.inference.predict()


def comparison(
    sample: duckdb.DuckDBPyConnection, evidence: str, column: str
) -> CustomComparison:
    """Say one kind of evidence as Splink says it: agrees, by frequency, or differs."""
    # Our share damps a whole weight and Splink's the frequency only: m is damped here.
    known = {
        str(level): values
        for level, *values in sample.execute(
            "select level, coalesce(power(2, bits), power(m / coalesce(u, 1), share)), "
            "share, m / power(2, cap_bits) from weights where evidence = ?",
            [evidence],
        ).fetchall()
    }
    odds, share, rarest = map(float, known["agree"])
    levels = [
        NullLevel(column),
        CustomLevel(f"{column}_l = {column}_r", "agree").configure(
            m_probability=odds,
            u_probability=1.0,
            tf_adjustment_column=column,
            tf_adjustment_weight=share,
            tf_minimum_u_value=rarest,
            disable_tf_exact_match_detection=True,
        ),
        ElseLevel().configure(
            m_probability=float(known["differs"][0]) if "differs" in known else 1.0,
            u_probability=1.0,
        ),
    ]
    return CustomComparison(levels, output_column_name=column)
