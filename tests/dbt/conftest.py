"""Two nights of the small firm, for every test of who is who."""

from pathlib import Path

import pytest

from tests.dbt.small_firm import resolve
from tests.dbt.who_is_who import DECISIONS, WORLD


@pytest.fixture(scope="session")
def night(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("first")
    return resolve(folder / "warehouse.duckdb", WORLD, DECISIONS)


@pytest.fixture(scope="session")
def next_night(night: Path) -> Path:
    """Rows in another order, a client renamed, and a tax id that unites two clients."""
    later = {table: rows[::-1] for table, rows in WORLD.items()}
    renamed = {"hubspot:account:old": "Selmond Mobility Ltd"}
    later["crm.accounts"] = [
        {
            **row,
            "account_name": renamed.get(
                f"hubspot:account:{row['account_id']}", row["account_name"]
            ),
            **({"tax_id": "55-5123499"} if row["account_id"] == "alone-1" else {}),
        }
        for row in later["crm.accounts"]
    ]
    later["accounting.customers"] = [
        {**row, "tax_id": "555123499"} if row["customer_id"] == "alone-2" else row
        for row in later["accounting.customers"]
    ]
    return resolve(night.with_name("warehouse.duckdb"), later, DECISIONS[::-1], day=2)
