"""A record that does not name its twin is found, and told which id to write."""

from pathlib import Path

import pytest
from planted import Planted
from twins import plant_clients, plant_people, plant_projects

from pipelines.checks.missing_links import SUITE


@pytest.fixture
def planted(tmp_path: Path) -> Planted:
    return Planted(tmp_path / "warehouse.duckdb")


def test_missing_ids_are_found_and_nothing_else(planted: Planted) -> None:
    plant_clients(planted)
    plant_projects(planted)
    plant_people(planted)
    planted.rows("int_faults__examined", [], "claim varchar; sentence varchar")
    planted.build(
        "int_project_ids__compared",
        "int_people_in_hr__compared",
        "int_missing_links__examined",
    )
    judged = planted.judged(SUITE)
    assert judged["client_names_its_account"] == (
        4,
        {"accounting:customer:K1", "psa:client:C2"},
    )
    assert judged["project_names_its_deal"] == (3, {"psa:project:P2"})
    assert judged["booking_names_its_project"] == (2, {"accounting:project:B2"})
    assert judged["person_is_known_to_hr"] == (4, {"psa:person:R2", "psa:person:R3"})
    told = planted.told("int_missing_links__examined")
    assert told["K1"] == (
        "Name K1 (K1) in accounting does not name its CRM account. Write A1 into it."
    )
    assert told["P2"].endswith("does not name its deal. Write D2 into it.")
    assert told["B2"].endswith("does not name its PSA project. Write P2 into it.")
