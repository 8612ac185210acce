"""A firm that grows by a tenth keeps its ids, and says of each other one why."""

from pathlib import Path
from random import Random

import pytest

from benchmarks.invented_clients import firm
from tests.dbt.small_firm import ask, ids, resolve

N_RECORDS = 600


@pytest.fixture(scope="module")
def nights(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """Return a night with nine records in ten, and the next one with all."""
    warehouse = tmp_path_factory.mktemp("grows") / "warehouse.duckdb"
    world, random = firm(N_RECORDS, seed=31), Random(5)
    smaller = {
        table: [row for row in rows if random.random() >= 0.1]
        for table, rows in world.items()
    }
    return resolve(warehouse, smaller), resolve(warehouse, world, day=2)


def test_a_tenth_more_records_move_one_id_in_two_hundred_at_most(
    nights: tuple[Path, Path],
) -> None:
    before, after = (ids(night, "client") for night in nights)
    assert 0.85 * N_RECORDS < len(before) < 0.95 * N_RECORDS
    assert len(after) == N_RECORDS
    moved = {record for record in before if after[record] != before[record]}
    assert len(moved) <= 0.005 * len(before)


def test_every_id_that_a_new_record_moved_is_explained(
    nights: tuple[Path, Path],
) -> None:
    before, after = (ids(night, "client") for night in nights)
    told = ask(
        nights[1],
        "select client_id, other_client_id from marts.client_id_history "
        "where event_date = '2026-05-02' and explanation is not null",
    )
    named = {client for two in told for client in two}
    moved = {record for record in before if after[record] != before[record]}
    assert {before[record] for record in moved} <= named
    minted = set(after.values()) - set(before.values())
    assert minted <= {client for client, _ in told}
