"""Pieces of HTML the pages are made of; every text in them is escaped."""

from collections.abc import Sequence
from html import escape

import streamlit as st

from dashboards import words


def paragraph(text: str, look: str) -> None:
    """Draw one paragraph; ``look`` names its class in look.css."""
    st.html(f'<p class="{look}">{escape(text)}</p>')


def note(text: str, url: str = "") -> None:
    """Draw a sentence below a link, and the way into the source system."""
    link = ""
    if url.startswith(("https://", "http://")):
        link = f' <a href="{escape(url)}" rel="noreferrer">Open in the source</a>'
    st.html(f'<p class="note">{escape(text)}{link}</p>')


def status(driver_class: str) -> str:
    """Return the status word of a class of step, coloured by what it says."""
    word = escape(words.STATUS[driver_class])
    return f'<span class="status status-{driver_class}">{word}</span>'


def state(text: str, driver_class: str) -> str:
    """Return any other status word in the colour of a class."""
    return f'<span class="status status-{driver_class}">{escape(text)}</span>'


def sheet(
    header: Sequence[str], rows: Sequence[Sequence[str]], numbers: Sequence[int] = ()
) -> None:
    """Draw a plain table without links; ``numbers`` are the columns set to the right.

    A cell that begins with ``<span`` is one of ours and drawn as it is.
    """

    def cell(tag: str, place: int, text: str) -> str:
        look = ' class="number"' if place in numbers else ""
        shown = text if text.startswith("<span") else escape(text)
        scope = ' scope="col"' if tag == "th" else ""
        return f"<{tag}{look}{scope}>{shown}</{tag}>"

    head = "".join(cell("th", i, text) for i, text in enumerate(header))
    body = "".join(
        f"<tr>{''.join(cell('td', i, text) for i, text in enumerate(row))}</tr>"
        for row in rows
    )
    st.html(
        f'<div class="scroll" tabindex="0"><table class="sheet"><thead><tr>{head}</tr>'
        f"</thead><tbody>{body}</tbody></table></div>"
    )
