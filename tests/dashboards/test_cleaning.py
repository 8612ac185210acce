"""What each system should clean up is told in order, and what to repair with it."""

import pytest

from tests.dashboards.conftest import Visit
from tests.dashboards.reading import answer, labels, text


@pytest.mark.usefixtures("build")
def test_tasks_are_counted_per_system_and_repairs_stand_below(visit: Visit) -> None:
    shown = visit("clean_up")

    assert answer(shown) == ("The firm: 2 things to clean up: 1 in CRM and 1 in PSA.")
    assert "Keep D-201 and merge D-201b into it." in text(shown)
    assert "Won deals become projects" in text(shown)


@pytest.mark.usefixtures("build")
def test_one_system_or_client_can_be_looked_at_alone(visit: Visit) -> None:
    only = visit("clean_up", system="psa")

    assert answer(only) == "The firm: 1 thing to clean up: 1 in PSA."
    assert "Show all systems" in labels(only)
    assert answer(visit("clean_up", client="acme")).startswith("Acme: 1 thing")
    assert answer(visit("clean_up", client="bolt")) == (
        "Bolt: there is nothing to clean up."
    )
