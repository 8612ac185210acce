"""The comparison of two nights finds what differs, and only that."""

from pathlib import Path

import duckdb
import pytest

from pipelines.sources.registry import connectors
from tests.pipelines.parity import (
    EXPECTED,
    INSTEAD_OF,
    Difference,
    differences,
    judged,
    told_by,
)

DEALS = [("D-1", "100.00", "run-1"), ("D-1", "100.00", "run-1"), ("D-2", "20.00", "x")]


def night(path: Path, rows: list[tuple[str, str, str]]) -> Path:
    with duckdb.connect(str(path)) as opened:
        opened.execute("create schema marts")
        opened.execute("create schema quality")
        opened.execute(
            "create table marts.deals (deal_id varchar, net_amount decimal(18, 2), "
            "run_id varchar)"
        )
        opened.executemany("insert into marts.deals values (?, ?, ?)", rows)
        opened.execute("create table quality.loads as select random() as seconds")
    return path


@pytest.mark.parametrize(
    ("rows", "columns"),
    [
        (DEALS[::-1], []),
        ([(deal, amount, "another run") for deal, amount, _ in DEALS], []),
        (DEALS[1:], ["marts.deals.deal_id", "marts.deals.net_amount"]),
        ([*DEALS[:2], ("D-2", "20.01", "x")], ["marts.deals.net_amount"]),
        ([("D-2", "100.00", "x"), DEALS[0], ("D-1", "20.00", "x")], ["marts.deals.*"]),
    ],
)
def test_a_cell_that_differs_is_found_whatever_the_order_and_the_run(
    tmp_path: Path, rows: list[tuple[str, str, str]], columns: list[str]
) -> None:
    one, other = night(tmp_path / "1.db", DEALS), night(tmp_path / "2.db", rows)
    assert [found.column for found in differences(one, other)] == columns
    assert {found.column for found in differences(other, one)} == set(columns)


def test_rows_that_only_one_night_can_know_are_left_out(tmp_path: Path) -> None:
    one, other = night(tmp_path / "1.db", DEALS), night(tmp_path / "2.db", DEALS[:2])
    assert list(differences(one, other))
    assert not list(differences(one, other, {"marts.deals": "deal_id = 'D-2'"}))


def test_what_is_expected_must_differ_and_what_differs_be_expected() -> None:
    told = [Difference(column, 2, "252920") for column in EXPECTED["salesforce"]]
    assert told
    assert judged("salesforce", told) == []
    assert judged("salesforce", told[1:]) == [
        f"salesforce: nothing differs in {told[0].column} any more; "
        "take it off the list"
    ]
    assert judged("personio", told)[0].startswith("personio: 2 values of marts.")


@pytest.mark.parametrize(("system", "own"), INSTEAD_OF.items())
def test_the_sample_firm_is_told_by_another_system_under_the_same_name(
    system: str, own: str
) -> None:
    firm = told_by(system)
    (one,) = (c for c in firm.connections if c.system == system)
    assert (one.name, own in {c.system for c in firm.connections}) == (own, False)
    assert system in connectors()
    assert system in EXPECTED
