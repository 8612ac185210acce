"""A pilot shows rows of its own clients; what nobody named is empty."""

from pathlib import Path

import duckdb
import pytest

from pipelines.audiences import AUDIENCES, read_policy
from pipelines.published_rows import Rows, read_rows
from pipelines.warehouse import connection

ROWS = Rows(
    {("leadership", "marts", "tasks"): [("entity", "('person', 'contact')")]},
    {
        ("marts", "tasks"): "client_id",
        ("marts", "pairs"): "left_id right_id",
        ("marts", "handoffs"): "client_id|record_id",
        ("quality", "findings"): "client_id|record_id?",
        ("marts", "sums"): "whole",
        ("marts", "loops"): "none",
    },
)


@pytest.mark.parametrize(
    ("schema", "table", "values", "kept"),
    [
        ("marts", "tasks", ["in", "out", None], ["in"]),
        ("marts", "sums", ["in", "out", None], ["in", "out", None]),
        ("marts", "loops", ["in", "out", None], []),
        ("marts", "nobody_named_it", ["in", "out", None], []),
        ("rules", "nobody_named_it", ["in", "out", None], ["in", "out", None]),
    ],
)
def test_a_row_is_kept_by_its_client(schema, table, values, kept) -> None:
    asked = ROWS.kept("analysts", schema, table, is_pilot=True)
    assert shown(asked, [(value,) for value in values], "client_id") == [
        (value,) for value in kept
    ]


def test_a_pair_needs_both_and_a_record_stands_in_for_its_client() -> None:
    pairs = [("in", "in"), ("in", "out"), ("out", "in"), (None, None), ("in", None)]
    asked = ROWS.kept("analysts", "marts", "pairs", is_pilot=True)
    assert shown(asked, pairs, "left_id, right_id") == [("in", "in"), ("in", None)]
    told = [("in", "x"), (None, "in"), (None, "out"), ("out", "in"), (None, None)]
    asked = ROWS.kept("analysts", "marts", "handoffs", is_pilot=True)
    assert shown(asked, told, "client_id, record_id") == told[:2]
    asked = ROWS.kept("analysts", "quality", "findings", is_pilot=True)
    assert shown(asked, told, "client_id, record_id") == [*told[:2], told[4]]


def test_without_a_pilot_only_an_audience_hides_rows() -> None:
    assert ROWS.kept("analysts", "marts", "loops", is_pilot=False) == "true"
    asked = ROWS.kept("leadership", "marts", "tasks", is_pilot=False)
    rows = [("client",), ("person",), (None,)]
    assert shown(asked, rows, "entity") == [("client",), (None,)]


def shown(condition: str, rows: list[tuple], columns: str) -> list[tuple]:
    with duckdb.connect() as opened:
        opened.execute("create table scoped_ids as select 'in' as id")
        opened.execute(
            "create table told (" + columns.replace(",", " text,") + " text)"
        )
        marks = ", ".join("?" * len(rows[0]))
        opened.executemany(f"insert into told values ({marks})", rows)
        return opened.execute(f"select * from told where {condition}").fetchall()


def test_the_seeds_name_every_published_table_and_every_table_of_entities(
    sample_build: Path,
) -> None:
    rows, policy = read_rows(), read_policy()
    published = {place[:2] for place in policy.classes}
    told = {schema_table for schema_table in published if schema_table[0] != "rules"}
    assert {place for place in rows.scoped if place[0] != "rules"} == told
    with connection((sample_build / "current").resolve() / "leadership.duckdb") as db:
        of_entities = db.execute(
            "select schema_name, table_name from duckdb_columns() where schema_name in "
            "('marts', 'quality') and column_name in ('entity', 'source_record_type')"
        ).fetchall()
        # Templates of addresses are rows of types, not of persons.
        for schema, table in set(of_entities) - {("marts", "source_addresses")}:
            asked = rows.kept("leadership", schema, table, is_pilot=False)
            assert asked != "true" or not persons(db, schema, table)
    assert {audience for audience, *_ in rows.hidden} <= set(AUDIENCES)


def persons(opened: duckdb.DuckDBPyConnection, schema: str, table: str) -> list[tuple]:
    """Return rows that speak of a person."""
    (columns,) = opened.execute(
        "select list(column_name) from duckdb_columns() "
        "where schema_name = ? and table_name = ?",
        [schema, table],
    ).fetchone() or ([],)
    asked = [
        f"{column} in ('person', 'contact', 'employee')"
        for column in ("entity", "source_record_type")
        if column in columns
    ]
    return opened.execute(
        f"select * from {schema}.{table} where {' or '.join(asked)} limit 1"
    ).fetchall()
