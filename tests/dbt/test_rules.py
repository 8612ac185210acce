"""Every rule that has a unit test in dbt keeps it."""

import shutil
from pathlib import Path

from pipelines.transform import run_unit_tests


def test_every_unit_test_of_a_rule_passes(sample_build: Path, tmp_path: Path) -> None:
    built = (sample_build / "current").resolve() / "warehouse.duckdb"
    warehouse = Path(shutil.copy(built, tmp_path))

    assert run_unit_tests(warehouse, tmp_path).n_tests > 0
