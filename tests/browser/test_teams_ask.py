"""What sales, delivery, finance, stewards and analysts come for, in a real browser.

Each test is one question of one person, with the clicks it may take at most.
"""

import csv
from decimal import Decimal
from pathlib import Path

import duckdb
import pytest
from playwright.sync_api import expect

from tests.browser.tasks import WHY, Visitor

pytestmark = pytest.mark.browser


def test_what_stops_acmes_time_from_being_billed(visitor: Visitor) -> None:
    visitor.chooses("Client", "Acme Ltd")
    visitor.answered("Acme Ltd:")
    visitor.follows(WHY)
    visitor.answered("lower than sold")
    visitor.follows("Time waiting for approval")
    visitor.answered("1,320.00 less")
    visitor.follows("T5-01")
    visitor.answered("Time entry T5-01")

    visitor.sees("880.00", "Time waiting for approval", "submitted date")
    expect(visitor.page.get_by_role("link", name="Open in Birdview")).to_be_visible()
    assert visitor.clicks <= 5


def test_which_project_of_bolt_should_have_started(visitor: Visitor) -> None:
    visitor.chooses("Client", "Bolt")
    visitor.answered("Bolt:")
    visitor.follows(WHY)
    visitor.answered("Bolt: Billed is")

    visitor.reads("Should have started", "-11,000.00")
    visitor.follows("Should have started")
    visitor.sees("P-C")
    assert visitor.clicks <= 4


def test_which_won_deals_have_no_project(visitor: Visitor) -> None:
    visitor.turns_to("Did each handoff happen on time?")
    visitor.answered("missing")

    visitor.reads("Core data quality review", "20,000.00", "15 days", "Missing")
    visitor.reads("Core training", "8,000.00", "2 days", "Waiting")
    assert visitor.clicks <= 1


def test_which_crm_amounts_were_changed_after_closing(visitor: Visitor) -> None:
    visitor.turns_to("Where should this be fixed?")
    visitor.answered("need a fix")
    visitor.chooses("Client", "Core Ltd")
    visitor.answered("2 in CRM")

    visitor.sees("changed from USD 45,000 to 39,000 by pm.lee", "Change it back in CRM")
    assert visitor.clicks <= 3


def test_the_rows_and_the_sql_behind_what_is_late_to_bill(
    visitor: Visitor, sample_build: Path, tmp_path: Path
) -> None:
    visitor.chooses("Client", "Acme Ltd")
    visitor.answered("Acme Ltd:")
    visitor.follows(WHY)
    visitor.answered("lower than sold")
    visitor.follows("Ready, missed a billing run")
    visitor.answered("1,100.00 less")
    with visitor.page.expect_download() as begun:
        visitor.page.get_by_role("button", name="Download the rows (CSV)").click()
    visitor.clicks += 1
    begun.value.save_as(tmp_path / "rows.csv")
    lines = (tmp_path / "rows.csv").read_text().splitlines()
    *records, total = csv.DictReader(row for row in lines if not row.startswith("#"))

    assert sum(Decimal(row["evidence_amount"]) for row in records) == Decimal("-1100")
    assert Decimal(total["evidence_amount"]) == Decimal("-1100.00")
    assert {row["source_record_id"][:2] for row in records} == {"T6"}
    visitor.page.get_by_text("SQL of this page").click()
    sql = visitor.page.locator("code").first.text_content() or ""
    with duckdb.connect(
        sample_build / "current" / "analysts.duckdb", read_only=True
    ) as c:
        assert c.sql(f"select sum(evidence_amount) from ({sql})").fetchone() == (
            Decimal("-1100.00"),
        )
    assert visitor.clicks <= 5


def test_whether_a_project_is_a_copy_and_what_would_change(visitor: Visitor) -> None:
    visitor.turns_to("Are these the same?")
    visitor.answered("copies were left out by rule")
    visitor.follows("Project: Core systems renewal and Core systems renewal (copy)")

    visitor.sees("84,000.00", "39,000.00", "What each answer changes")
    assert visitor.clicks <= 2


def test_a_bridge_is_read_and_opened_by_keyboard_alone(visitor: Visitor) -> None:
    visitor.page.goto("/?client=Acme Ltd")
    visitor.answered("Acme Ltd:")
    for label, told in (
        (WHY, "lower than"),
        ("Time waiting for approval", "1,320.00 less"),
        ("T5-01", "Time entry T5-01"),
    ):
        visitor.press_to(label)
        visitor.answered(told)
