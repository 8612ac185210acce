"""Every disagreement is by design, timing, a broken rule, an error, or no reason."""

import csv
from decimal import Decimal
from pathlib import Path

import duckdb
import pytest
from planted import FIRM, Planted
from rendering import PROJECT

FIELD = {
    "entity": "client",
    "field": "domain",
    "stated_field": "domain",
    "owner_field": "domain",
    "role": "psa",
    "is_agreed": False,
    "last_updated_at": "2026-05-01 10:00:00",
}
FIELDS = {
    "followed": FIELD | {"is_agreed": True},
    "by_design": FIELD | {"is_agreed": True, "owner_field": "legal_name"},
    "timing": FIELD | {"last_updated_at": "2026-05-31 10:00:00"},
    "rule_broken": FIELD,
    "data_error": FIELD | {"last_updated_at": None},
}
COLUMNS = "is_agreed boolean; last_updated_at timestamp"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    planted = Planted(tmp_path / "warehouse.duckdb")
    planted.rows("rules.firm", [FIRM], "as_of date; run_at timestamp")
    planted.seed("broken_rules")
    planted.seed("field_owners", "lag_hours integer")
    with (PROJECT / "seeds" / "drivers.csv").open() as file:
        drivers = [row["driver"] for row in csv.DictReader(file)]
    planted.rows(
        "revenue_bridge",
        [
            {
                "scope_kind": "client",
                "scope_id": "acme",
                "period": "to_date",
                "segment": "expected_to_planned",
                "driver": driver,
                "driver_class": driver_class,
                "step_amount": Decimal(place + 1),
                "explanation": "Because.",
            }
            for place, driver in enumerate(drivers)
            for driver_class in "LTFU"
        ],
        "step_amount decimal(18, 2); owner_role varchar; fix_in varchar",
    )
    planted.rows(
        "int_field_values__paired",
        [
            told | {"record_id": name, "source_record_id": name, "entity_id": name}
            for name, told in FIELDS.items()
        ],
        f"{COLUMNS}; client_id varchar; owner_value varchar; copy_value varchar",
    )
    planted.rows(
        "off_owner_edits",
        [
            {"record_id": "rule_broken", "stated_field": "domain", "is_standing": True},
            {"record_id": "data_error", "stated_field": "phone", "is_standing": True},
            {"record_id": "data_error", "stated_field": "domain", "is_standing": False},
        ],
        "is_standing boolean",
    )
    planted.build("int_field_values__classed", "disagreements")
    return planted.path


def asked(path: Path, query: str) -> list[tuple[object, ...]]:
    with duckdb.connect(str(path), read_only=True) as opened:
        return opened.execute(query).fetchall()


def test_amounts_keep_their_sum_and_are_a_problem_only_as_faults_and_gaps(
    path: Path,
) -> None:
    told = dict(
        asked(
            path,
            "select disagreement_class, sum(abs(difference_amount)) "
            "from intermediate.disagreements where subject_kind = 'amount' group by 1",
        )
    )
    whole = asked(
        path, "select sum(abs(step_amount)) / 4 from intermediate.revenue_bridge"
    )[0][0]

    assert told["by_design"] == told["timing"] == told["unexplained"] == whole
    assert told["rule_broken"] + told["data_error"] == whole
    assert told["rule_broken"] > 0
    problems = asked(
        path,
        "select distinct disagreement_class from intermediate.disagreements "
        "where is_problem order by 1",
    )
    assert problems == [("data_error",), ("rule_broken",), ("unexplained",)]


def test_a_value_is_judged_by_its_rule_its_age_and_its_history(path: Path) -> None:
    told = asked(
        path,
        "select record_id, disagreement_class from intermediate.disagreements "
        "where subject_kind = 'field'",
    )

    assert dict(told) == {name: name for name in FIELDS if name != "followed"}
