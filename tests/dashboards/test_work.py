"""Work that is left, work that waits, and the people there are for it."""

from pathlib import Path

import pytest

from tests.dashboards.conftest import Visit
from tests.dashboards.published import change
from tests.dashboards.reading import answer, links, numbers, text

pytestmark = pytest.mark.usefixtures("build")


def test_what_is_left_is_counted_without_work_between_own_companies(
    visit: Visit,
) -> None:
    shown = visit("left_to_do")

    assert answer(shown).startswith(
        "The firm: USD 54,200 of signed work is left. USD 1,100 is ready to bill and "
        "late."
    )
    for told in ("Due by now", "-1,000.00", "Quarter to 30 Jun 2026", "Without a date"):
        assert told in text(shown)
    rows, total = numbers(shown)
    assert rows[:2] == ["36,000.00", "18,200.00"] and total == "54,200.00"


def test_open_deals_stand_apart_and_keep_their_currency(visit: Visit) -> None:
    shown = text(visit("left_to_do", client="acme"))

    assert "Kept apart: none of it is in a number above." in shown
    assert shown.count("20,000.00") == 2
    assert "USD 18,200 of signed work is left" in shown


def test_waiting_work_leads_to_its_records(visit: Visit) -> None:
    shown = visit("left_to_do", client="acme")

    led = {label: url["step"] for label, _, url in links(shown) if "step" in url}
    assert led["Ready, missed a billing run"] == "delivered_to_billed.wip_overdue.F"
    assert "Bill it, or write it down." in text(shown)


def test_a_client_with_nothing_left_says_so(visit: Visit) -> None:
    shown = visit("left_to_do", client="zeta")

    assert answer(shown) == "Zeta $1 & <b>Sons</b>: no signed work is left."
    assert "Everything that was done has been billed." in text(shown)
    assert "No deal is open." in text(shown)


def test_people_on_days_off_are_named_with_days_hours_and_project(
    visit: Visit,
) -> None:
    shown = visit("enough_people")

    assert answer(shown) == (
        "2 people are planned on days off in June 2026. 1 person has more work than "
        "hours in June 2026."
    )
    said = text(shown)
    for told in ("Priya Shah", "10 to 12 June", "approved time off", "19 June"):
        assert told in said
    assert ("Priya Shah", "record", {"record": "birdview:project:P-201"}) in list(
        links(shown)
    )
    assert "24" in numbers(shown)[0]


def test_overload_and_free_people_are_told_apart(visit: Visit) -> None:
    shown = text(visit("enough_people"))

    assert "Lee Ortega" in shown.split("Nothing booked")[1]
    # Noor's free 76 hours; Priya's overload of 24 takes none of them away.
    assert "\n76\n" in shown
    assert "Python" in shown


def test_nobody_off_and_nobody_overloaded_is_a_yes(build: Path, visit: Visit) -> None:
    change(build, "delete from marts.time_off_conflicts")
    change(build, "update marts.utilisation set allocated_hours = 10")

    assert answer(visit("enough_people")) == (
        "Yes: nobody is booked on a day off or too much in June 2026."
    )


def test_a_month_that_is_not_ahead_is_said(visit: Visit) -> None:
    shown = visit("enough_people", month="2019-01")

    assert "We know no month 2019-01 ahead." in text(shown)


def test_a_file_without_people_says_who_has_one(build: Path, visit: Visit) -> None:
    change(build, "drop table marts.utilisation")
    shown = visit("enough_people")

    assert answer(shown) == "This page is for those who plan the work."
    assert "holds no person's hours" in text(shown)


def test_hr_without_contracts_ahead_says_what_to_load(
    build: Path, visit: Visit
) -> None:
    change(build, "delete from marts.utilisation")

    assert "no contract that runs beyond today" in answer(visit("enough_people"))
