"""Filters live in the URL: Back, Forward, Reload, a copied link, a drill keep them."""

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

pytestmark = pytest.mark.browser


def answered(page: Page, beginning: str) -> None:
    """Wait until the answer line begins with these words."""
    expect(page.locator(".answer")).to_contain_text(beginning)


def client(page: Page) -> Locator:
    """Return the filter that says which client is shown."""
    return page.get_by_role("combobox", name="Client", exact=True)


def choose(page: Page, option: str) -> None:
    """Choose a client as a person does."""
    client(page).click()
    page.get_by_role("option", name=option, exact=True).click()


def test_a_choice_is_written_into_the_url_and_survives_a_reload(page: Page) -> None:
    page.goto("/")
    answered(page, "The firm:")
    choose(page, "Acme")
    answered(page, "Acme:")

    assert "client=acme" in page.url
    page.reload()
    answered(page, "Acme:")


def test_back_and_forward_bring_the_filters_of_their_time(page: Page) -> None:
    page.goto("/")
    answered(page, "The firm:")
    choose(page, "Acme")
    answered(page, "Acme:")
    choose(page, "Core")
    answered(page, "Core:")
    page.go_back()
    answered(page, "Acme:")
    page.go_back()
    answered(page, "The firm:")
    page.go_forward()
    answered(page, "Acme:")
    expect(page.get_by_role("combobox", name="Client", exact=True)).to_have_value(
        "Acme"
    )


def test_a_drill_and_the_way_back_keep_the_filters(page: Page) -> None:
    page.goto("/?client=acme")
    main = page.get_by_test_id("stMain")
    main.get_by_role("link", name="Why are these numbers different?").click()
    answered(page, "Acme: Billed is")
    main.get_by_role("link", name="Time waiting for approval").click()
    answered(page, "Acme: 1 record makes up")
    main.get_by_role("link", name="T5").click()
    answered(page, "Time entry T5")

    assert "client=acme" in page.url
    page.go_back()
    answered(page, "Acme: 1 record makes up")
    page.go_back()
    answered(page, "Acme: Billed is")
    expect(page.get_by_role("combobox", name="Client", exact=True)).to_have_value(
        "Acme"
    )


def test_the_sidebar_carries_the_filters(page: Page) -> None:
    page.goto("/?client=core")
    page.get_by_test_id("stSidebar").get_by_role(
        "link", name="Where should this be fixed?"
    ).click()
    answered(page, "Core: 8 things need a fix")


def test_a_copied_link_opens_the_same_in_a_fresh_browser(
    page: Page, chromium: Browser
) -> None:
    page.goto("/")
    answered(page, "The firm:")
    choose(page, "Bolt")
    answered(page, "Bolt:")
    other = chromium.new_context().new_page()
    other.goto(page.url)
    answered(other, "Bolt:")
    other.context.close()


def test_the_search_box_leads_to_a_deal(page: Page) -> None:
    page.goto("/")
    answered(page, "The firm:")
    box = page.get_by_role("combobox", name="Find a client, project, deal or invoice")
    box.fill("D-201b")
    page.get_by_role("option", name="D-201b").first.click()
    answered(page, "Deal D-201b")
