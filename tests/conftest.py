"""What every test may ask for: one published night of the sample firm."""

from pathlib import Path

import pytest

from pipelines.beginning import Order
from pipelines.firm import read_firm
from pipelines.nightly import PUBLISHED, nightly

ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="session")
def sample_build(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Run one night of the sample firm and return its build folder."""
    build = tmp_path_factory.mktemp("sample") / "build"
    assert nightly(Order(read_firm(ROOT / "firm.toml"), build, None)) == PUBLISHED
    return build


@pytest.fixture(scope="session")
def published(sample_build: Path) -> Path:
    """Return the file that analysts read after a night of the sample firm."""
    return (sample_build / "current").resolve() / "analysts.duckdb"
