"""What changed since a night, and which handoffs are owed, are told in one line."""

from pathlib import Path

import pytest

from tests.dashboards.conftest import Visit
from tests.dashboards.published import change
from tests.dashboards.reading import answer, labels, text


@pytest.mark.usefixtures("build")
def test_a_missing_handoff_is_named_with_its_money_and_a_waiting_one_below(
    visit: Visit,
) -> None:
    shown = visit("on_time")

    assert answer(shown) == "The firm: 1 handoff is missing."
    listed = [label for label in labels(shown) if label.startswith("D-20")]
    assert listed == ["D-202", "D-203"]
    assert "20,000.00" in text(shown)
    assert "at least 10 working days overdue" in text(shown)


@pytest.mark.usefixtures("build")
def test_one_event_can_be_looked_at_alone(visit: Visit) -> None:
    shown = visit("on_time", event="deal_to_project")

    assert "Still owed: won deal to project" in text(shown)
    assert "Show all handoffs" in labels(shown)


@pytest.mark.usefixtures("build")
def test_a_client_without_events_is_told_so(visit: Visit) -> None:
    assert answer(visit("on_time", client="acme")) == "Acme: no handoff was due."


@pytest.mark.usefixtures("build")
def test_a_change_is_told_with_its_number_its_reason_and_its_record(
    visit: Visit,
) -> None:
    shown = visit("what_changed")

    assert "billed went down by USD 900 since" in answer(shown)
    assert answer(shown).endswith("1 record changed it.")
    assert "CN-1" in labels(shown)
    for told in ("New in its system", "-900.00", "The books of the month were closed."):
        assert told in text(shown)


@pytest.mark.usefixtures("build")
def test_a_client_that_did_not_change_is_told_so(visit: Visit) -> None:
    shown = visit("what_changed", client="core")

    assert answer(shown).startswith("Core: nothing changed since")
    assert "Every number is what it was." in text(shown)


@pytest.mark.usefixtures("build")
def test_an_unknown_night_gives_way_to_the_last_one(visit: Visit) -> None:
    shown = visit("what_changed", since="2020-01-01")

    assert "We know no night of 2020-01-01" in shown.warning[0].value
    assert "billed went down" in answer(shown)


def test_a_first_night_has_nothing_to_compare(build: Path, visit: Visit) -> None:
    change(build, "delete from marts.revenue_changes")
    change(build, "delete from quality.runs")

    assert "this is the first night" in answer(visit("what_changed"))
