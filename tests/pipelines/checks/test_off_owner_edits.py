"""Habits that break the rule who may change a field are found, and nothing else is."""

from pathlib import Path

import duckdb
import pytest
from habits import Found, expected, found
from invented import firm, judge


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("invented") / "warehouse.duckdb"


@pytest.fixture(scope="module")
def judged(path: Path) -> tuple[Found, Found]:
    draft, truths = firm(7, 2)
    return set(expected(truths)), found(judge(path, draft, truths))


def test_every_planted_habit_is_found_by_its_pattern(
    judged: tuple[Found, Found],
) -> None:
    wanted, seen = judged

    assert {pattern for pattern, _ in wanted} == {
        *("drift_at_copy", "conflict", "reverse_flow", "against_direction"),
        "ping_pong",
    }
    assert wanted - seen == set()


def test_what_differs_by_design_or_was_told_in_time_is_no_habit(
    judged: tuple[Found, Found], path: Path
) -> None:
    wanted, seen = judged
    with duckdb.connect(str(path), read_only=True) as opened:
        budgets = opened.execute(
            "select count(*) from intermediate.int_copy_edits__judged "
            "where fact = 'contract_value'"
        ).fetchall()

    assert budgets[0][0] > 10
    assert seen - wanted == set()


def test_the_actor_and_the_means_of_a_habit_are_known(
    judged: tuple[Found, Found], path: Path
) -> None:
    with duckdb.connect(str(path), read_only=True) as opened:
        told = opened.execute(
            "select distinct pattern, changed_by, means "
            "from intermediate.int_off_owner_edits__listed where fact = 'phone'"
        ).fetchall()

    assert set(told) == {
        ("drift_at_copy", "pm.lee@meridian.example", "person"),
        ("drift_at_copy", "pm.lee", "person"),
        ("conflict", "pm.lee@meridian.example", "person"),
        ("reverse_flow", "ops.desk@meridian.example", "person"),
        ("against_direction", "birdview-sync", "integration"),
    }
