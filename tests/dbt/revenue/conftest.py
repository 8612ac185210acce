"""Every case in one small firm, built once: each contract is a client of its own."""

from pathlib import Path

import pytest

from tests.dbt.revenue.small_books import build
from tests.dbt.revenue.table import contracts


@pytest.fixture(scope="session")
def books(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the warehouse of a firm in which every case happened beside its twin."""
    return build(tmp_path_factory.mktemp("books") / "warehouse.duckdb", contracts())
