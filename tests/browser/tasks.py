"""Somebody with a question before the pages: clicks count, what is seen is read."""

import re
from dataclasses import dataclass

from playwright.sync_api import Page, expect

WHY = "Why are these numbers different?"


@dataclass
class Visitor:
    """Somebody who came to the first page and clicks on, led by words alone."""

    page: Page
    clicks: int = 0

    def answered(self, told: str) -> None:
        """See this in the answer line, without scrolling."""
        line = self.page.locator(".answer")
        expect(line).to_contain_text(told)
        expect(line).to_be_in_viewport()

    def sees(self, *told: str) -> None:
        """See all of this somewhere on the page."""
        for words in told:
            expect(self.page.get_by_test_id("stMain")).to_contain_text(words)

    def reads(self, label: str, *told: str) -> None:
        """See this in the row that a link of that name begins."""
        link = self.page.get_by_role("link", name=label)
        row = self.page.get_by_test_id("stHorizontalBlock").filter(has=link).last
        for words in told:
            expect(row).to_contain_text(words)

    def chooses(self, name: str, option: str) -> None:
        """Open a select box and choose: two clicks."""
        self._settled()
        self.page.get_by_role("combobox", name=name, exact=True).click()
        self.page.get_by_role("option", name=option, exact=True).click()
        self.clicks += 2

    def follows(self, label: str) -> None:
        """Click a link of the page."""
        self._click("stMain", label)

    def turns_to(self, question: str) -> None:
        """Click a page in the sidebar."""
        self._click("stSidebar", question)

    def _click(self, where: str, label: str) -> None:
        self._settled()
        place = self.page.get_by_test_id(where)
        place.get_by_role("link", name=re.compile(re.escape(label))).first.click()
        self.clicks += 1

    def _settled(self) -> None:
        """Wait until the page is drawn: until then its links are those of before."""
        expect(
            self.page.locator('[data-test-script-state="notRunning"]')
        ).to_be_visible()

    def press_to(self, label: str, most: int = 60) -> None:
        """Reach a link with Tab alone and open it with Enter."""
        self._settled()
        focused = self.page.locator("a:focus")
        for _ in range(most):
            self.page.keyboard.press("Tab")
            if focused.count() and label in (focused.first.text_content() or ""):
                self.page.keyboard.press("Enter")
                return
        raise AssertionError(f"{label} is not within {most} Tabs.")
