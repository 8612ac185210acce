"""Nights of the small firm, for every test of who is who."""

import shutil
from pathlib import Path

import duckdb
import pytest

from pipelines import identity_state
from tests.dbt.later_nights import FOLDED, NEXT, THIRD
from tests.dbt.small_firm import resolve
from tests.dbt.who_is_who import DECISIONS, WORLD


@pytest.fixture(scope="session")
def night(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the first night."""
    folder = tmp_path_factory.mktemp("first")
    return resolve(folder / "warehouse.duckdb", WORLD, DECISIONS)


@pytest.fixture(scope="session")
def next_night(night: Path) -> Path:
    """Return the night after, on top of the first."""
    warehouse = night.with_name("warehouse.duckdb")
    return resolve(warehouse, NEXT, DECISIONS[::-1], day=2)


@pytest.fixture(scope="session")
def third_night(next_night: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a night whose warehouse was lost: only the exported ids are left.

    In them five clients stand under one id, as if yesterday's rule had thrown them
    together and today's would part them again.
    """
    folder = tmp_path_factory.mktemp("third")
    lost = Path(shutil.copy(next_night.with_name("warehouse.duckdb"), folder / "lost"))
    with duckdb.connect(str(lost)) as opened:
        records = [f"hubspot:account:{key}" for key in FOLDED]
        opened.execute(
            "update intermediate.int_identities__kept as kept "
            "set entity_id = folded.id from (select min(entity_id) as id, "
            "list(entity_id) as ids from intermediate.int_identities__kept "
            "where entity = 'client' and is_current and record_id in ?) as folded "
            "where entity = 'client' and list_contains(folded.ids, kept.entity_id)",
            [records],
        )
    assert identity_state.export(lost, folder) > 0
    assert identity_state.restore(folder, folder / "warehouse.duckdb") > 0
    return resolve(folder / "warehouse.duckdb", THIRD, DECISIONS, day=3)
