"""`make pack`: what leadership reads on Monday, as one file that needs no server.

Each page is run as the dashboard runs it, and what it shows is kept; so the pack and
the pages cannot tell different numbers.
"""

import logging
import os
import re
import sys
from html import escape
from pathlib import Path

from streamlit.testing.v1 import AppTest

from dashboards import frame, words
from dashboards.export import described, file_name
from dashboards.sidebar import ADDRESSES, PAGES
from dashboards.still import still
from dashboards.warehouse import DoesNotFit, NothingPublished, published

PACKED = (
    "pages/which_number.py",
    "pages/why_different.py",
    "pages/where_to_fix.py",
    "pages/match_finance.py",
    "pages/what_changed.py",
    "pages/on_time.py",
    "pages/left_to_do.py",
    "pages/trust.py",
)
HERE = Path(__file__).parent
SECONDS = 120
QUIET = (
    "streamlit.runtime.caching.cache_data_api",
    "streamlit.runtime.scriptrunner_utils.script_run_context",
)
"""They warn that no server runs, which is what a pack is for."""
ANSWER = re.compile(r'<p class="answer">(.*?)</p>', re.S)


def pack(build: Path) -> Path:
    """Write the pack of the published night and return its path.

    Raises NothingPublished or DoesNotFit, as the pages would say it.
    """
    published()
    firm = frame.firm()
    path = build / "packs" / file_name("pack", firm, "html")
    path.parent.mkdir(parents=True, exist_ok=True)
    drawn = {page: section(page) for page in PACKED}
    title = f"{firm['firm_name']}: {words.day(firm['as_of'])}"
    answers = "\n".join(
        f'<dt><a href="#{ADDRESSES[page]}">{escape(PAGES[page])}</a></dt>'
        f"<dd>{''.join(ANSWER.findall(html)[:1])}</dd>"
        for page, html in drawn.items()
    )
    told = "; ".join(f"{name}: {value}" for name, value in described(firm).items())
    look = (HERE / "look.css").read_text() + (HERE / "pack.css").read_text()
    path.write_text(
        '<!doctype html>\n<html lang="en"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>{escape(title)}</title><style>{look}</style></head><body>"
        f"<main><h1>{escape(title)}</h1><dl>{answers}</dl>\n"
        + "\n".join(
            f'<section id="{ADDRESSES[page]}">{html}</section>'
            for page, html in drawn.items()
        )
        + f'</main><footer class="quiet">{escape(told)}</footer></body></html>\n',
        encoding="utf-8",
    )
    return path


def section(page: str) -> str:
    """Return one page for the whole firm, to date, as HTML."""
    app = AppTest.from_file(str(HERE / "app.py"), default_timeout=SECONDS).run()
    if page != PACKED[0]:  # The first page is shown already.
        app.switch_page(page).run()
    return still(app.main, {ADDRESSES[packed] for packed in PACKED})


def main() -> int:
    """Write the pack for the build folder and the audience of the environment."""
    for name in QUIET:
        logging.getLogger(name).disabled = True
    try:
        path = pack(Path(os.environ.get("BUILD", "build")))
    except (NothingPublished, DoesNotFit) as state:
        sys.stderr.write(f"{state}\n")
        return 1
    sys.stdout.write(f"The pack is {path}.\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
