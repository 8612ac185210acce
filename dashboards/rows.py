"""A table whose rows are links: the drill works with mouse, keyboard and new tabs."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from html import escape

import streamlit as st

from dashboards import filters, pieces, words

SHOWN = 25
"""Rows on one page of a table."""


@dataclass(frozen=True)
class Column:
    """A column beside the link: its header, its share of the width, how it is set."""

    header: str
    width: float = 1.0
    is_number: bool = False
    is_wide: bool = False
    """Left out where the screen is narrow."""


@dataclass(frozen=True)
class Line:
    """A row: where its link leads, what it says, its cells and a sentence below."""

    page: str
    label: str
    cells: Sequence[str]
    changes: Mapping[str, str] = field(default_factory=dict)
    note: str = ""
    url: str = ""
    """Into the source system, when one is known."""


def rows(
    name: str,
    first: str,
    *,
    columns: Sequence[Column],
    lines: Sequence[Line],
    total: Sequence[str] | None = None,
    is_paged: bool = True,
    link_share: float = 0.42,
) -> None:
    """Draw the table, 25 rows at a time unless all belong together, and its total."""
    widths = [link_share, 1 - link_share]
    shown = page_of(name, lines) if is_paged else lines
    with st.container(key=f"rows-{name}"):
        left, right = st.columns(widths, wrap=False)
        with left:
            pieces.paragraph(first, "head-first")
        with right:
            _cells(columns, [escape(column.header) for column in columns], "head")
        for line in shown:
            left, right = st.columns(widths, wrap=False)
            with left:
                filters.link(line.page, line.label, **line.changes)
                if line.note or line.url:
                    pieces.note(line.note, line.url)
            with right:
                _cells(columns, line.cells)
        if total is not None:
            left, right = st.columns(widths, wrap=False)
            with left:
                pieces.paragraph("Total", "total-first")
            with right:
                _cells(columns, total, "total")


def page_of(name: str, lines: Sequence[Line]) -> Sequence[Line]:
    """Return the rows of the page chosen below the table, and let it be chosen."""
    pages = -(-len(lines) // SHOWN)
    if pages < 2:
        return lines
    pieces.paragraph(
        f"{words.count(len(lines), 'row')}, the heaviest first. The total counts all.",
        "quiet",
    )
    start = (st.pagination(pages, key=f"page-of-{name}") - 1) * SHOWN
    return lines[start : start + SHOWN]


def _cells(columns: Sequence[Column], cells: Sequence[str], look: str = "") -> None:
    """Draw the cells beside a link on one grid, so that all rows are aligned."""
    wide = " ".join(f"{column.width}fr" for column in columns)
    narrow = " ".join(f"{c.width}fr" for c in columns if not c.is_wide)
    drawn = "".join(
        f'<div class="{"number " * column.is_number}{"wide" * column.is_wide}">'
        f"{cell if cell.startswith('<span') else escape(cell)}</div>"
        for column, cell in zip(columns, cells, strict=True)
    )
    st.html(
        f'<div class="cells {look}" style="grid-template-columns: {wide}; '
        f'--narrow: {narrow}">{drawn}</div>'
    )
