"""What every test may ask for: one published night of the sample firm."""

import fcntl
import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from pipelines.beginning import Order
from pipelines.firm import read_firm
from pipelines.nightly import PUBLISHED, nightly
from tests.egress import watched

ROOT = Path(__file__).parents[1]
LONG = [
    "test_second_night",
    "test_nightly_kill",
    "test_rules",
    "test_other_threads",
    "test_pages_open",
    "test_filters_survive",
    "test_accessible",
    "test_teams_ask",
    "test_leaders_ask",
    "test_round_trip_of_delivery_and_books",
    "test_identity",
    "test_round_trip",
]
"""Modules that take long begin first, so that no core waits for them at the end."""

# No test asserts a time: a busy machine is slow and not wrong.
settings.register_profile(
    "untimed", deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("untimed")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Put the modules that take long in front; the others stay in order."""
    places = {name: place for place, name in enumerate(LONG)}
    items.sort(key=lambda item: places.get(item.path.stem, len(LONG)))


@pytest.fixture(scope="session")
def sample_build(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Run one night of the sample firm and return its build folder, to be read only.

    Processes that share the tests share the night: one runs it, the others wait for it.
    """
    folder = tmp_path_factory.getbasetemp()
    if "PYTEST_XDIST_WORKER" in os.environ:
        folder = folder.parent
    build = folder / "sample" / "build"
    with (folder / "sample.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not (build / "current").exists():
            order = Order(read_firm(ROOT / "firm.toml"), build, None)
            with watched(build.parent / "connections.json"):
                assert nightly(order) == PUBLISHED
    return build


@pytest.fixture(scope="session")
def published(sample_build: Path) -> Path:
    """Return the file that analysts read after a night of the sample firm."""
    return (sample_build / "current").resolve() / "analysts.duckdb"
