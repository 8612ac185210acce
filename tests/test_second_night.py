"""What must not change: a night without news, and nights that were killed before it."""

import json
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from pipelines import warehouse
from pipelines.beginning import Order
from pipelines.canonical import digest_by_table
from pipelines.firm import read_firm
from pipelines.nightly import PUBLISHED, nightly
from tests.pipelines.killing import left_over

ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="module")
def build(sample_build: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A build folder of its own with one published night."""
    folder = tmp_path_factory.mktemp("second") / "build"
    shutil.copytree(sample_build, folder, symlinks=True)
    return folder


@pytest.fixture(scope="module")
def kills(build: Path) -> list[dict[str, Any]]:
    """What three killed nights left: in the load, the models and the publication."""
    ran = subprocess.run(
        [sys.executable, "-m", "tests.pipelines.killed_sample", str(build)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert ran.returncode == 0, ran.stderr
    return [json.loads(line) for line in ran.stdout.splitlines()]


def analysts_file(build: Path) -> Path:
    return (build / "current").resolve() / "analysts.duckdb"


def ids(path: Path) -> list[tuple[object, ...]]:
    """Return every id that the firm's records were given."""
    with warehouse.connection(path) as opened:
        return opened.execute(
            "select record_id, client_id from marts.client_records union all "
            "select record_id, project_id from marts.project_records union all "
            "select record_id, person_id from marts.person_records order by all"
        ).fetchall()


def test_a_killed_night_leaves_the_published_one_whole_and_no_process(
    kills: list[dict[str, Any]],
) -> None:
    assert [kill["signal"] for kill in kills] == [-9, -9, -9]
    assert [kill["published_is"] for kill in kills] == [["old"]] * 3
    assert [kill["damage"] or kill["still_running"] or None for kill in kills] == (
        [None] * 3
    )


@pytest.mark.usefixtures("kills")
def test_a_night_without_news_publishes_the_same_and_changes_no_id(build: Path) -> None:
    order = Order(read_firm(ROOT / "firm.toml"), build, None)
    first = analysts_file(build)

    assert nightly(order) == PUBLISHED
    skipped = analysts_file(build)
    assert nightly(order, is_full=True) == PUBLISHED
    rebuilt = analysts_file(build)

    assert first != skipped != rebuilt
    assert digest_by_table(skipped) == digest_by_table(first)
    assert digest_by_table(rebuilt) == digest_by_table(first)
    assert ids(rebuilt) == ids(first)
    assert left_over(build) == []
