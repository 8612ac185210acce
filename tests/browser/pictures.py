"""Take a small picture of every page over a published night; `make pictures` runs it.

`python -m tests.browser.pictures BUILD FOLDER` writes FOLDER/<address>.png.
"""

import io
import os
import sys
from pathlib import Path

from PIL import Image
from playwright.sync_api import expect, sync_playwright

from dashboards.sidebar import ADDRESSES
from tests.browser.conftest import CHROMIUM, FLAGS, served

ASKED = {
    "why-different": "?client=Acme Ltd",
    "step-records": "?client=Acme Ltd&step=planned_to_delivered.not_yet_due.T",
    "one-record": "?record=hubspot:deal:D-201",
}
"""What a page needs to be asked for, where its default says nothing."""
FIRST = next(iter(ADDRESSES.values()))
"""The page that opens without an address of its own."""
COLOURS = 48


def main(build: Path, folder: Path) -> None:
    """Open each page as it comes and keep what is seen without scrolling."""
    folder.mkdir(parents=True, exist_ok=True)
    os.environ["AUDIENCE"] = "analysts"
    with served(build) as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        page = browser.new_page(viewport={"width": 1280, "height": 800})
        for name in ADDRESSES.values():
            place = "" if name == FIRST else name
            page.goto(f"{address}/{place}{ASKED.get(name, '')}")
            expect(page.locator(".answer")).to_be_visible()
            expect(
                page.locator('[data-test-script-state="notRunning"]')
            ).to_be_visible()
            page.wait_for_timeout(500)
            shot = Image.open(io.BytesIO(page.screenshot())).convert("RGB")
            small = shot.quantize(COLOURS, dither=Image.Dither.NONE)
            small.save(folder / f"{name}.png", optimize=True)
            print(folder / f"{name}.png", flush=True)
        browser.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
