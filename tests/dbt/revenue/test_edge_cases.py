"""The corners of the business, each with what must be said and what must not."""

from decimal import Decimal
from pathlib import Path

import pytest

from tests.dbt.revenue.small_books import Steps, anchors_of, ask, of_client, steps_of

E2P, D2B, C2E = "expected_to_planned", "delivered_to_billed", "crm_to_expected"


def faults(steps: Steps) -> set[str]:
    return {step for step in steps if step[-1] in "FU"}


def test_scope_that_drops_leaves_what_was_sold(books: Path) -> None:
    steps = of_client(books, "dropped")
    assert anchors_of(books, "dropped")["expected"] == 36000
    assert anchors_of(books, "dropped")["planned"] == 32000
    assert steps[f"{E2P}/scope_removed/L"] == -4000
    assert faults(steps) == {f"{C2E}/edit_after_close/F"}


def test_a_quarterly_run_is_no_missed_run(books: Path) -> None:
    by_month = [of_client(books, "quarterly", f"2026-0{n}") for n in range(1, 6)]
    ready = [month.get(f"{D2B}/wip_within_cycle/T") for month in by_month]
    assert ready == [-4000, -4000, -4000, 8000, -4000]
    assert not any(faults(month) for month in by_month)
    assert anchors_of(books, "quarterly")["planned"] == 32000


def test_work_that_restarts_is_no_longer_on_hold(books: Path) -> None:
    assert of_client(books, "restarted") == of_client(books, "clean_clean")


def test_a_joint_invoice_is_counted_once_by_line(books: Path) -> None:
    assert anchors_of(books, "joint")["billed"] == 16000 + 5000
    assert anchors_of(books, "joint", "project")["billed"] == 16000 + 4000
    assert of_client(books, "joint")[f"{D2B}/unlinked_invoice/F"] == 1000


@pytest.mark.parametrize("n_projects", [1, 2, 3, 50])
def test_a_deal_is_sold_once_however_many_projects_deliver_it(
    books: Path, n_projects: int
) -> None:
    for scope_kind in ("client", "deal", "project"):
        expected = anchors_of(books, f"parts{n_projects}", scope_kind)["expected"]
        assert expected == 60000


def test_only_the_share_of_the_missing_project_is_missing(books: Path) -> None:
    steps = of_client(books, "twothirds")
    assert steps[f"{E2P}/missing_project/F"] == -20000
    assert anchors_of(books, "twothirds")["planned"] == 40000


def test_an_upsell_is_a_deal_and_not_a_change_order_too(books: Path) -> None:
    steps = of_client(books, "upsold")
    assert anchors_of(books, "upsold")["expected"] == 32000
    assert not any(step.startswith(E2P) for step in steps)


def test_deals_that_share_a_project_share_its_months_to_the_cent(books: Path) -> None:
    """That each deal's steps add up is held by the build itself."""
    for period in ("to_date", *(f"2026-0{n}" for n in range(1, 9))):
        of_deals = steps_of(books, "shared", "deal", period)
        of_project = steps_of(books, "shared", "project", period)
        assert {step: of_deals[step] for step in of_project} == of_project
        assert {step[-1] for step in of_deals} <= {"T"}, of_deals


def test_a_deal_that_is_opened_again_is_disputed_and_stays_sold(books: Path) -> None:
    assert anchors_of(books, "disputed")["expected"] == 32000
    assert faults(of_client(books, "disputed")) == {f"{C2E}/edit_after_close/F"}
    asked = "select is_disputed, is_closed from marts.deals where source_record_id = "
    assert ask(books, asked + "'disputed-d'") == [(True, True)]


def test_a_deal_that_is_lost_after_all_was_not_sold(books: Path) -> None:
    assert anchors_of(books, "lost")["expected"] == 0
    assert of_client(books, "lost")[f"{E2P}/project_without_deal/F"] == 32000


def test_void_and_reissue_are_no_copies(books: Path) -> None:
    steps = of_client(books, "reissued")
    assert anchors_of(books, "reissued")["billed"] == 16000
    assert faults(steps) == {"accounting_to_billed/draft_or_void/F"}


def test_credit_and_rebill_leave_nothing(books: Path) -> None:
    """Only the months of the two documents tell that anything happened."""
    assert of_client(books, "again") == of_client(books, "clean_clean")
    assert anchors_of(books, "again") == anchors_of(books, "clean_clean")


def test_a_refunded_deposit_is_no_negative_revenue(books: Path) -> None:
    assert of_client(books, "refunded") == of_client(books, "clean_clean")


def test_hours_edited_after_billing_are_no_negative_work(books: Path) -> None:
    steps = of_client(books, "shorter")
    assert steps[f"{D2B}/billing_difference_without_reason/U"] == 200
    assert steps[f"{D2B}/wip_within_cycle/T"] == -4000


def test_another_currency_leaves_the_old_part_alone(books: Path) -> None:
    assert anchors_of(books, "amended")["expected"] == 32000 + Decimal("1100.00")


def test_a_backdated_rate_changes_only_what_is_not_billed(books: Path) -> None:
    clean = of_client(books, "clean_clean")
    revalued = {
        "planned_to_delivered/rate_change/L": 400,
        f"{D2B}/wip_within_cycle/T": -4400,
    }
    assert of_client(books, "backdated") == {**clean, **revalued}
    assert anchors_of(books, "backdated")["billed"] == 16000
    assert not faults(of_client(books, "backdated"))
