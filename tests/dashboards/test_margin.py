"""Margins add up over what is shown; what would tell somebody's pay is not."""

from pathlib import Path

import pytest

from tests.dashboards.conftest import Visit
from tests.dashboards.published import change
from tests.dashboards.reading import answer, numbers, text

pytestmark = pytest.mark.usefixtures("build")


def test_the_project_that_loses_most_comes_first(visit: Visit) -> None:
    shown = visit("making_money")

    assert answer(shown) == (
        "The firm: margin is 10% to date. 1 project is below 20%. 1 project is hidden."
    )
    rows, total = numbers(shown, 1)
    assert rows == ["-1,000.00", "3,000.00", "–"] and total == "2,000.00"
    assert "P-301 Audit loses money." in text(shown)


def test_a_hidden_margin_says_why_and_counts_nowhere(visit: Visit) -> None:
    shown = visit("making_money")

    assert "Hidden: fewer than 3 people" in text(shown)
    assert numbers(shown, 0)[1] == "20,000.00"


def test_a_client_without_revenue_says_so(visit: Visit) -> None:
    assert answer(visit("making_money", client="dune")) == (
        "Dune: no revenue was recognised to date."
    )


def test_who_may_not_see_margins_is_told_who_may(build: Path, visit: Visit) -> None:
    change(build, "alter table marts.margins drop column margin_amount")

    assert answer(visit("making_money")) == (
        "This page is for those who may see margins."
    )


def test_clients_of_the_last_quarter_are_told_with_the_firm_first(
    build: Path, visit: Visit
) -> None:
    change(
        build,
        "create table marts.client_margins as select * from (values "
        "('firm', 'firm', null, date '2026-03-31', 90.00, 30.00, 0.333, null), "
        "('client', 'core', 'core', date '2026-03-31', 60.00, null, null, "
        "'fewer_than_three'), "
        "('client', 'acme', 'acme', date '2025-12-31', 7.00, 7.00, 1.0, null)"
        ") as told (scope_kind, scope_id, client_id, quarter_end_date, "
        "recognised_amount, margin_amount, margin_share, hidden_because)",
    )
    shown = text(visit("making_money"))

    assert "Each client, quarter to 31 Mar" in shown
    assert "The firm" in shown and "33%" in shown and "7.00\n" not in shown
    before = text(visit("making_money", client="acme"))
    hidden = "Hidden: fewer than 3 people"
    assert shown.count(hidden) > before.count(hidden)
    assert "quarter to" not in before
