"""What analysts read keeps the house's names: checked in the published file itself."""

from pathlib import Path

import pytest

from pipelines import warehouse
from tests.house import columns


@pytest.fixture(scope="module")
def of_marts(published: Path) -> list[columns.Column]:
    with warehouse.connection(published) as opened:
        found = opened.execute(
            "select table_name, column_name, data_type from duckdb_columns() "
            "where schema_name = 'marts' order by all"
        ).fetchall()
    assert found
    return [(table, name, kind) for table, name, kind in found]


def test_no_number_is_without_its_layer(of_marts: list[columns.Column]) -> None:
    assert columns.without_a_layer(of_marts) == []


def test_money_is_decimal_and_named_as_money(of_marts: list[columns.Column]) -> None:
    assert columns.money_unlike_money(of_marts) == []


def test_no_column_is_a_float(of_marts: list[columns.Column]) -> None:
    assert columns.floating(of_marts) == []


def test_counts_flags_and_dates_say_what_they_are(
    of_marts: list[columns.Column],
) -> None:
    assert columns.unlike_their_kind(of_marts) == []
