"""What is broken is repaired first, by what it is worth and what was measured."""

from pathlib import Path

import duckdb
from planted import Planted

RATINGS = "value integer; risk integer; complexity integer; effort_days integer"
HANDOFFS = "money_at_stake decimal(18, 2); late_working_days integer"
SHARED = "money_at_stake decimal(18, 2)"


def test_the_firm_s_rating_counts_and_what_works_stands_last(tmp_path: Path) -> None:
    planted = Planted(tmp_path / "warehouse.duckdb")
    planted.seed("integrations", RATINGS)
    low = {"value": 1, "risk": 1, "complexity": 5, "effort_days": 60}
    planted.rows(
        "rules.integration_ratings", [{"integration": "hire_to_psa"} | low], RATINGS
    )
    missed = {"state": "missing", "money_at_stake": 10, "late_working_days": 4}
    planted.rows(
        "handoffs",
        [
            missed | {"event": "deal_to_project"},
            missed | {"event": "hire_to_psa", "money_at_stake": 0},
            {"event": "time_off_to_psa", "state": "on_time"},
        ],
        HANDOFFS,
    )
    named = {"entity": "client", "role": "psa", "target_role": "crm"}
    planted.rows("shared_ids", [named | {"link_state": "carried"}], SHARED)
    planted.build("int_integrations__measured", "integration_scores")

    with duckdb.connect(str(planted.path), read_only=True) as opened:
        first, second, third, *_ = opened.execute(
            "select integration, measured_score, done_day_number, is_in_ninety_days, "
            "is_rated_by_firm from intermediate.integration_scores order by position"
        ).fetchall()
        sums = opened.execute(
            "select max(done_day_number) = sum(effort_days), sum(n_handled) "
            "from intermediate.integration_scores"
        ).fetchall()

    assert first == ("deal_to_project", 100, 10, True, False)
    assert second == ("hire_to_psa", 50, 70, True, True)
    assert third[3] is False
    assert sums == [(True, 4)]
