"""Everybody can use every page: axe finds nothing wrong, by WCAG 2.2 A and AA."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from tests.browser.test_pages_open import VISITS

pytestmark = pytest.mark.browser
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]


@pytest.mark.parametrize(
    "place", [*VISITS.values(), "/?client=nobody", "/why-different?client=zeta"]
)
def test_axe_finds_nothing_wrong_with_a_page(place: str, page: Page) -> None:
    page.goto(place)
    expect(page.locator(".answer")).to_be_visible()
    expect(page.locator('[data-test-script-state="notRunning"]')).to_be_visible()

    expect(page.get_by_test_id("stSidebar").get_by_role("link").last).to_be_visible()

    found = Axe().run(page, options={"runOnly": RULES}).response

    assert [
        (rule["id"], [node["html"][:120] for node in rule["nodes"]])
        for rule in found["violations"]
    ] == []
