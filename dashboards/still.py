"""A page as plain HTML: what it shows, without what can be chosen or typed."""

import json
import re
from collections.abc import Callable, Collection, Iterator, Mapping
from html import escape
from typing import Any

from dashboards.drawing import svg
from dashboards.rows import SHOWN

LEFT_OUT = {
    "button",
    "code",
    "component",
    "divider",
    "download_button",
    "expander",
    "file_uploader",
    "selectbox",
    "text_input",
}
"""What only a running page can answer."""


class CannotBeStill(Exception):
    """A page draws something that this module does not know how to keep."""


def _text(markdown: str) -> str:
    """Return a text that Streamlit reads as Markdown, without its backslashes."""
    return escape(re.sub(r"\\(?=\W)", "", markdown))


def _chart(proto: Any) -> str:
    drawn = svg(json.loads(proto.spec))
    return f'<div role="img" aria-label="{escape(proto.alt)}">{drawn}</div>'


KEPT: Mapping[str, Callable[[Any], str]] = {
    "caption": lambda proto: f'<p class="quiet">{_text(proto.body)}</p>',
    "html": lambda proto: str(proto.body),
    "info": lambda proto: f'<p class="invented">{_text(proto.body)}</p>',
    "pagination": lambda _: f'<p class="quiet">The page has all; here are {SHOWN}.</p>',
    "title": lambda proto: f"<h2>{escape(proto.body)}</h2>",
    "vega_lite_chart": _chart,
    "warning": lambda proto: f'<p class="invented">{_text(proto.body)}</p>',
}
"""How each element is written that says the same without its page."""


def still(block: Any, sections: Collection[str]) -> str:
    """Return a block of a page that has run, as HTML.

    ``sections`` are the addresses of pages that the same file holds, under an id of
    that name; a link that leads elsewhere, or narrows a page down, becomes text.
    Raises CannotBeStill for an element that is neither drawn here nor left out.
    """
    return "\n".join(_drawn(block, sections))


def _drawn(block: Any, sections: Collection[str]) -> Iterator[str]:
    header = ""
    for child in block.children.values():
        if child.type in LEFT_OUT or _leads_nowhere(child, block, sections):
            continue
        if child.type == "header":
            header = f"<h3>{escape(child.proto.body)}</h3>"
            continue
        drawn = _block if hasattr(child, "children") else _element
        if inside := drawn(child, sections):
            yield header + inside  # A header over what was left out goes with it.
            header = ""


def _block(block: Any, sections: Collection[str]) -> str:
    inside = "\n".join(_drawn(block, sections))
    if inside and block.type == "column":
        return f'<div style="flex: {block.proto.weight:.2f} 1 0">{inside}</div>'
    if inside and any(child.type == "column" for child in block.children.values()):
        return f'<div class="beside">{inside}</div>'
    return inside


def _element(element: Any, sections: Collection[str]) -> str:
    if element.type == "page_link":
        return _link(element.proto, sections)
    if element.type not in KEPT:
        raise CannotBeStill(
            f"A page shows a {element.type}, which cannot be kept as HTML."
        )
    return KEPT[element.type](element.proto)


def _link(proto: Any, sections: Collection[str]) -> str:
    label = _text(proto.label)
    if _is_inside(proto, sections):
        return f'<p><a href="#{proto.page}">{label}</a></p>'
    return f"<p>{label}</p>"


def _is_inside(link: Any, sections: Collection[str]) -> bool:
    return link.page in sections and not link.query_string


def _leads_nowhere(child: Any, block: Any, sections: Collection[str]) -> bool:
    """Say whether an element is one of a list of ways, and its end is not in the file.

    The link of a table's row is its name, which stays.
    """
    is_a_way = child.type == "page_link" and "-links-" in getattr(block.proto, "id", "")
    return is_a_way and not _is_inside(child.proto, sections)
