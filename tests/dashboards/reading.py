"""What a reader sees on a page, and where its links lead."""

import re
from collections.abc import Iterator
from html import unescape
from pathlib import Path
from urllib.parse import parse_qsl

from streamlit.testing.v1 import AppTest

from dashboards.sidebar import ADDRESSES

PAGES = {
    "" if page == "pages/which_number.py" else address: Path(page).stem
    for page, address in ADDRESSES.items()
}
"""The page behind an address."""


def sentences(page: AppTest) -> list[str]:
    """Return the prose of a page: paragraphs, notes, captions and messages."""
    bodies = [element.proto.body for element in page.get("html")]
    drawn = re.findall(r"<p[^>]*>(.*?)</p>", "\n".join(bodies), re.S)
    told = [e.value for kind in (page.warning, page.info, page.caption) for e in kind]
    return [unescape(re.sub(r"<[^>]+>|\\(?=\W)", "", text)) for text in (*drawn, *told)]


def text(page: AppTest) -> str:
    """Return everything a page shows, without markup."""
    bodies = [element.proto.body for element in page.get("html")]
    shown = unescape(re.sub(r"<[^>]+>", "\n", "\n".join(bodies)))
    titles = [e.value for kind in (page.title, page.header) for e in kind]
    return "\n".join([*titles, *sentences(page), shown, *labels(page)])


def answer(page: AppTest) -> str:
    """Return the answer line."""
    (line,) = (
        re.sub(r"<[^>]+>", "", element.proto.body)
        for element in page.get("html")
        if 'class="answer"' in element.proto.body
    )
    return unescape(line)


def links(page: AppTest) -> Iterator[tuple[str, str, dict[str, str]]]:
    """Yield label, page and URL values of every link into the dashboard."""
    for link in page.get("page_link"):
        yield (
            link.proto.label.replace("\\", ""),
            PAGES[link.proto.page],
            dict(parse_qsl(link.proto.query_string)),
        )


def labels(page: AppTest) -> list[str]:
    """Return the words of every link."""
    return [label for label, _, _ in links(page)]


def figures(page: AppTest, name: str = "") -> list[str]:
    """Return the large figures of the cards, as they are written."""
    bodies = [element.proto.body for element in page.get("html")]
    return re.findall(r'<p class="figure">([-\d.,]+)', "\n".join(bodies))


def numbers(page: AppTest, column: int = 0) -> tuple[list[str], str]:
    """Return one number of every row beside a link, and the one of the total row."""
    rows, total = [], ""
    for element in page.get("html"):
        body = element.proto.body
        found = re.findall(r'<div class="number ?(?:wide)?">([^<]*)</div>', body)
        if "cells total" in body:
            total = found[column]
        elif "cells " in body and "cells head" not in body and found:
            rows.append(found[column])
    return rows, total
