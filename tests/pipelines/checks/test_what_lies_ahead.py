"""Open deals and forecasts: what leadership sees of the weeks ahead."""

from decimal import Decimal
from pathlib import Path

import duckdb
import pytest
from planted import Planted

DAYS = ("2026-05-29", "2026-06-01", "2026-06-02")


@pytest.fixture
def planted(tmp_path: Path) -> Planted:
    return Planted(tmp_path / "warehouse.duckdb")


def measured(planted: Planted, model: str) -> dict[str, Decimal]:
    with duckdb.connect(str(planted.path), read_only=True) as opened:
        rows = opened.execute(
            f"select measure, sum(measure_amount) from intermediate.{model} group by 1"
        ).fetchall()
    return {measure: amount for measure, amount in rows if amount}


def test_an_open_deal_past_its_expected_close_is_no_pipeline(
    planted: Planted,
) -> None:
    deal = {"open_amount": 1000, "weighted_amount": 250, "currency_code": "EUR"}
    planted.rows(
        "pipeline",
        [
            deal | {"deal_id": day, "client_id": "c", "expected_close_date": day}
            for day in DAYS
        ],
        "expected_close_date date; open_amount decimal(18, 2); "
        "weighted_amount decimal(18, 2)",
    )
    planted.rows(
        "int_deals__placed",
        [],
        "deal_id varchar; company_id varchar; service_code varchar; "
        "is_intercompany boolean",
    )
    planted.rows(
        "int_exchange_rates__dated",
        [
            {
                "rate_role": "accounting",
                "currency_code": "EUR",
                "valid_from": "2026-01-01",
                "valid_before": "9999-12-31",
                "exchange_rate": "1.10",
            }
        ],
        "valid_from date; valid_before date; exchange_rate decimal(18, 8)",
    )
    planted.rows(
        "int_days__counted",
        [{"calendar_date": day, "fiscal_month": day[:7]} for day in DAYS],
        "calendar_date date",
    )
    planted.build("int_pipeline__dated")
    found = measured(planted, "int_pipeline__dated")
    assert found == {"pipeline": 2200, "pipeline_weighted": 550}


def test_a_forecast_is_the_plan_as_it_stood_when_the_month_began(
    planted: Planted,
) -> None:
    """1,000.00 are planned now, 200.00 of them since 10 May; 900.00 are delivered."""
    planted.rows(
        "int_months__counted",
        [
            {"month": "2026-04", "first_day": "2026-04-01", "has_begun": True},
            {"month": "2026-05", "first_day": "2026-05-01", "has_begun": True},
        ],
        "first_day date; has_begun boolean",
    )
    planted.rows(
        "revenue_anchors",
        [
            {"anchor": anchor, "period": month, "anchor_amount": amount}
            | {"scope_kind": "firm", "scope_id": "firm"}
            for month in ("2026-04", "2026-05")
            for anchor, amount in (("planned", 1000), ("delivered", 900))
        ],
        "anchor_amount decimal(18, 2)",
    )
    planted.rows(
        "int_clients__placed", [], "client_id varchar; is_intercompany boolean"
    )
    planted.rows(
        "revenue_changes",
        [
            {"anchor": "planned", "month": "2026-05", "client_id": "c"}
            | {"run_at": f"{day} 03:00", "previous_run_at": "2026-04-20 03:00"}
            | {"change_amount": amount}
            for day, amount in (("2026-04-21", 70), ("2026-05-10", 200))
        ],
        "run_at timestamp; previous_run_at timestamp; change_amount decimal(18, 2)",
    )
    planted.build("int_forecasts__measured")
    found = measured(planted, "int_forecasts__measured")
    assert found == {"forecast_against": 900, "foreseen": 800}
