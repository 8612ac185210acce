"""Every page opens in a real browser, says its answer, and asks nobody else."""

import re

import pytest
from playwright.sync_api import Browser, Page, Request, expect

from dashboards.sidebar import ADDRESSES, HIDDEN, PAGES

pytestmark = pytest.mark.browser
STEP = "planned_to_delivered.not_yet_due.T"
VISITS = {
    question: "/"
    if page == "pages/which_number.py"
    else f"/{ADDRESSES[page]}?client=acme&step={STEP}&record=hubspot:deal:D-101"
    for page, question in (PAGES | HIDDEN).items()
}


@pytest.mark.parametrize(("question", "place"), VISITS.items())
def test_a_page_shows_its_answer_without_scrolling(
    question: str, place: str, page: Page
) -> None:
    page.goto(place)

    expect(page.get_by_role("heading", level=1)).to_have_text(question)
    expect(page.locator(".answer")).to_be_in_viewport()
    expect(page).to_have_title(question)
    expect(page.get_by_text("Page not found")).to_have_count(0)
    expect(page.get_by_text("Invented data:")).to_be_visible()


@pytest.mark.parametrize(("question", "place"), VISITS.items())
def test_a_page_fits_a_phone(
    question: str, place: str, chromium: Browser, address: str
) -> None:
    phone = chromium.new_context(
        base_url=address, viewport={"width": 390, "height": 844}
    )
    page = phone.new_page()
    page.goto(place)
    expect(page.get_by_role("heading", level=1)).to_have_text(question)
    expect(page.locator(".answer")).to_be_visible()
    main = page.get_by_test_id("stMain")

    assert main.evaluate("element => element.scrollWidth <= element.clientWidth")
    phone.close()


def test_no_request_leaves_the_machine(page: Page, address: str) -> None:
    asked: list[str] = []

    def note(request: Request) -> None:
        asked.append(request.url)

    page.on("request", note)
    page.goto("/why-different?client=acme")
    expect(page.locator(".answer")).to_be_visible()
    expect(page.locator("svg.marks, canvas.marks").first).to_be_visible()

    assert asked
    assert [url for url in asked if not re.match(rf"{address}|data:|blob:", url)] == []


def test_every_bar_says_what_it_shows(page: Page) -> None:
    page.goto("/why-different?client=acme")
    bar = page.locator('[aria-label="Scope added: plus 3,600.00, explained"]')

    expect(bar).to_have_count(1)
