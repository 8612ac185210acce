"""Each audience finds the tables it may read, and nothing else, in its own file."""

from pathlib import Path

import pytest

from pipelines.audiences import AUDIENCES
from pipelines.canonical import canonical_digest, digest_by_table
from pipelines.publish import publish
from pipelines.warehouse import connection
from tests.pipelines.publishable import POLICY, WAREHOUSE


@pytest.fixture
def night(tmp_path: Path) -> Path:
    with connection(tmp_path / "warehouse.duckdb", write=True) as opened:
        opened.execute(WAREHOUSE)
    publish(tmp_path / "warehouse.duckdb", tmp_path, POLICY)
    return tmp_path


def columns(path: Path) -> dict[str, list[str]]:
    with connection(path) as opened:
        return dict(
            opened.execute(
                "select schema_name || '.' || table_name, list(column_name order by "
                "column_index) from duckdb_columns() where not internal group by all"
            ).fetchall()
        )


def test_analysts_read_marts_quality_and_rules_without_payloads(night):
    found = columns(night / "analysts.duckdb")

    assert found["marts.people"] == ["person_id", "person_name"]
    assert found["quality.quarantine"] == ["row_key"]
    assert "rules.firm" in found
    assert "intermediate.secrets" not in found


def test_leadership_reads_no_person_and_no_cost(night):
    found = columns(night / "leadership.duckdb")

    assert set(found) == {
        "marts.deals",
        "marts.field_values",
        "marts.margins",
        "marts.floors",
        "marts.prices",
        "quality.findings",
        "quality.quarantine",
        "rules.firm",
    }
    assert found["marts.margins"] == ["project_id", "paid_amount"]


def test_rows_about_persons_stay_with_analysts(night):
    told = {}
    for audience in ("analysts", "leadership"):
        with connection(night / f"{audience}.duckdb") as opened:
            told[audience] = opened.execute(
                "select hr_value from marts.field_values "
                "union all select sentence from quality.findings order by all"
            ).fetchall()

    assert told["analysts"] == [
        ("Acme",),
        ("Acme",),
        ("Late",),
        ("Lee",),
        ("Lee",),
        ("Lee",),
    ]
    assert told["leadership"] == [("Acme",), ("Acme",), ("Late",)]


def test_views_over_marts_stay_views_and_others_become_tables(night):
    for audience in ("analysts", "leadership"):
        with connection(night / f"{audience}.duckdb") as opened:
            prices = opened.execute("select price from marts.prices").fetchall()
            kinds = opened.execute(
                "select table_name, table_type from information_schema.tables "
                "where table_name in ('prices', 'floors') order by all"
            ).fetchall()
        assert sorted(prices) == [(10,), (20,)]
        assert kinds == [("floors", "BASE TABLE"), ("prices", "VIEW")]


def test_rows_are_ordered_and_comments_kept(night):
    with connection(night / "analysts.duckdb") as opened:
        assert opened.execute("select price from marts.deals").fetchall()[0][0] == 10
        comments = opened.execute(
            "select comment from duckdb_columns() where column_name = 'price' "
            "and table_name = 'deals'"
        ).fetchall()
    assert comments == [("What it's sold for.",)]


def test_the_digest_ignores_runs_and_row_order_but_no_cent(night):
    before = canonical_digest(night / "analysts.duckdb")
    with connection(night / "analysts.duckdb", write=True) as opened:
        opened.execute(
            "create or replace table marts.deals as select * "
            "replace ('later' as run_id) from marts.deals order by deal_id desc"
        )
    assert canonical_digest(night / "analysts.duckdb") == before

    told = digest_by_table(night / "analysts.duckdb")
    with connection(night / "analysts.duckdb", write=True) as opened:
        opened.execute("update marts.deals set price = 10.01 where deal_id = 1")
    changed = set(digest_by_table(night / "analysts.duckdb")) - set(told)
    assert sorted(table for table, _ in changed) == ["deals", "prices"]


def test_a_column_without_a_class_is_in_no_file(night):
    with connection(night / "warehouse.duckdb", write=True) as opened:
        opened.execute("alter table marts.deals add column birthday date")
    publish(night / "warehouse.duckdb", night, POLICY)

    for audience in AUDIENCES:
        found = columns(night / f"{audience}.duckdb")
        assert "birthday" not in found.get("marts.deals", [])


def test_pay_is_in_the_file_of_the_people_team_alone(night):
    holding = [
        audience
        for audience in AUDIENCES
        if {"staff_cost", "cost_rate"}
        & set(columns(night / f"{audience}.duckdb").get("marts.margins", []))
    ]
    assert holding == ["people"]
