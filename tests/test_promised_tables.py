"""Ownership, handoffs, people: each promised table has its grain and question."""

from pathlib import Path

import pytest
import yaml

from pipelines.transform import PROJECT
from pipelines.warehouse import connection

GRAINS = {
    "marts.field_values": "entity_id stated_field",
    "marts.field_edits": "edit_id",
    "marts.field_update_points": "entity field source_system means",
    "marts.off_owner_edits": "edit_id",
    "marts.sync_loops": "entity_id stated_field",
    "marts.sync_topology": "entity field stated_field from_system to_system",
    "marts.recreated_records": "record_id",
    "marts.manual_fixes": "fix_id",
    "marts.disagreements": "disagreement_id",
    "marts.shared_ids": "record_id target_role target_system",
    "marts.clean_up_tasks": "task_id",
    "marts.integration_scores": "integration",
    "marts.shadow_records": "record_id",
    "marts.fact_flows": "entity field to_role",
    "marts.code_mappings": "code_kind source_system code",
    "marts.edge_cases_seen": "edge_case",
    "marts.handoffs": "handoff_id",
    "marts.utilisation": "person_id period",
    "marts.capacity": "person_id capacity_date",
    "marts.time_off_conflicts": "person_id project_record_id conflict_kind "
    "conflict_date",
    "marts.skills_gaps": "skill period",
    "marts.resourcing_faults": "record_id fault first_date",
    "marts.margins": "project_id period",
    "marts.client_margins": "scope_id quarter_end_date",
    "rules.field_owners": "entity field",
    "rules.field_columns": "role table_name column_name",
    "rules.glossary": "term system called",
    "rules.edge_cases": "edge_case",
    "rules.handoff_events": "event",
}
"""The columns of which one set of values is one row."""
ASKED = (Path(__file__).parents[1] / "docs" / "questions.md").read_text("utf-8")
UNASKED = {"rules.field_columns", "rules.edge_cases", "rules.handoff_events"}
"""Rules that other tables show, joined to what was found."""


@pytest.mark.parametrize("table", GRAINS)
def test_a_row_is_what_is_promised(table: str, published: Path) -> None:
    keys = ", ".join(GRAINS[table].split())
    with connection(published) as opened:
        twice = opened.execute(
            f"select {keys}, count(*) from {table} group by all having count(*) > 1"
        ).fetchall()
    assert twice == []


@pytest.mark.parametrize("table", GRAINS)
def test_a_table_is_described_tested_and_asked(table: str) -> None:
    name = table.partition(".")[2]
    (path,) = [p for p in PROJECT.rglob(f"{name}.yml") if "target" not in p.parts]
    entries = yaml.safe_load(path.read_text()) or {}
    (entry,) = entries.get("models") or entries.get("seeds")
    assert " ".join(entry["description"].split()).startswith("One row per ")
    columns = entry["columns"]
    assert all(column["description"].strip() for column in columns)
    is_tested = "data_tests" in entry or any("data_tests" in c for c in columns)
    assert is_tested
    assert table in ASKED or table in UNASKED


def test_no_table_of_these_folders_is_forgotten() -> None:
    folders = ("ownership", "handoffs", "people")
    found = {
        f"marts.{path.stem}"
        for folder in folders
        for path in (PROJECT / "models" / "marts" / folder).glob("*.sql")
    }
    assert found <= set(GRAINS)
