"""What people ask after a night in which one system did not load, in a real browser."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.conftest import served
from tests.browser.tasks import Visitor
from tests.dashboards.published import publish

pytestmark = pytest.mark.browser
WARNING = "Birdview data is 26 hours old."


@pytest.fixture(scope="module")
def late_address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Serve a night after which the PSA's data are of the day before."""
    build = tmp_path_factory.mktemp("late")
    publish(build, late_hours=23)
    with served(build) as place:
        yield place


@pytest.fixture
def late(chromium: Browser, late_address: str) -> Iterator[Visitor]:
    """Somebody on the first page of that night."""
    context = chromium.new_context(
        base_url=late_address, viewport={"width": 1280, "height": 800}
    )
    page = context.new_page()
    page.goto("/")
    came = Visitor(page)
    came.answered("The firm:")
    yield came
    context.close()


def test_what_may_still_be_used_when_the_psa_did_not_load(late: Visitor) -> None:
    cards = late.page.locator(".st-key-links-card-planned")
    expect(cards).to_contain_text(WARNING)
    for layer in ("expected", "billed"):
        other = late.page.locator(f".st-key-links-card-{layer}")
        expect(other).not_to_contain_text("hours old")

    late.turns_to("Can I trust the data today?")
    late.answered(f"Yes, except this: {WARNING} Planned numbers are from")
    assert late.clicks <= 1


def test_what_changed_since_last_week(late: Visitor) -> None:
    late.turns_to("What changed since last week?")
    late.answered("billed went down by USD 900")

    late.reads("CN-1", "-900.00")
    assert late.clicks <= 1


def test_who_is_planned_on_days_off(late: Visitor) -> None:
    late.turns_to("Do we have the people for the work?")
    late.answered("on days off")

    late.sees("Priya Shah")
    assert late.clicks <= 1
