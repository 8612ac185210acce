"""A choice is written into the URL, and the URL alone decides what is shown."""

import pytest

from tests.dashboards.conftest import Visit
from tests.dashboards.reading import answer

pytestmark = pytest.mark.usefixtures("build")


def test_a_chosen_client_is_in_the_url(visit: Visit) -> None:
    page = visit()
    page.selectbox(key="filter-client").select("acme").run()

    assert page.query_params["client"] == "acme"
    assert answer(page).startswith("Acme:")


def test_another_client_lets_go_of_the_project(visit: Visit) -> None:
    page = visit(client="acme", project="p-201")
    page.selectbox(key="filter-client").select("core").run()

    assert "project" not in page.query_params
    assert answer(page).startswith("Core:")


def test_all_clients_leave_the_url(visit: Visit) -> None:
    page = visit(client="acme")
    page.selectbox(key="filter-client").select("").run()

    assert "client" not in page.query_params


def test_a_value_of_the_page_before_is_no_choice(visit: Visit) -> None:
    page = visit(client="core")
    page.query_params["client"] = "acme"
    page.selectbox(key="filter-client").select("bolt").run()

    assert page.query_params["client"] == "acme"
    assert answer(page).startswith("Acme:")
