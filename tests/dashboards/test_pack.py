"""The pack tells what the pages tell, in one file that asks nobody for anything."""

import re
from pathlib import Path
from types import SimpleNamespace

import pytest
import streamlit as st

from dashboards.drawing import svg
from dashboards.pack import PACKED, pack
from dashboards.sidebar import ADDRESSES, PAGES
from dashboards.still import CannotBeStill, still
from tests.dashboards.conftest import Visit
from tests.dashboards.reading import answer, figures, numbers

CELLS = re.compile(r'<div class="number ?(?:wide)?">([^<]*)</div>')
PAGE_LINKS = re.compile(r'href="#([^"]*)"')


@pytest.fixture
def written(build: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.setenv("AUDIENCE", "leadership")
    st.cache_data.clear()
    return pack(build).read_text(encoding="utf-8")


def section(written: str, page: str) -> str:
    """Return what the pack tells of one page, with its entities as they are."""
    inside = written.partition(f'<section id="{ADDRESSES[page]}">')[2]
    return inside.partition("</section>")[0].replace("&#x27;", "'")


def test_every_number_and_answer_of_a_page_is_in_the_pack(
    written: str, visit: Visit
) -> None:
    for page in PACKED:
        shown = visit(Path(page).stem)
        told = section(written, page)
        assert answer(shown) in re.sub(r"<[^>]+>", "", told).replace("&amp;", "&")
        for figure in figures(shown):
            assert f'<p class="figure">{figure}' in told
        rows, _ = numbers(shown)
        assert [row for row in rows if row not in CELLS.findall(told)] == []
        assert PAGES[page] in told


def test_the_pack_needs_no_server_and_its_links_lead_to_its_own_sections(
    written: str,
) -> None:
    assert "<script" not in written
    assert not re.search(r"\b(src|srcset)=|@import|url\(|<link\b|<iframe\b", written)
    assert set(PAGE_LINKS.findall(written)) <= {ADDRESSES[page] for page in PACKED}
    assert written.count("<svg") == 3


def test_a_page_without_a_number_is_packed_with_its_state(
    build: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("AUDIENCE", "leadership")
    st.cache_data.clear()
    told = section(pack(build).read_text(), "pages/what_changed.py")

    assert "<h2>What changed since last week?</h2>" in told


def test_an_element_that_is_not_known_is_never_left_out_in_silence() -> None:
    new = SimpleNamespace(type="map", proto=SimpleNamespace(id=""))
    page = SimpleNamespace(type="main", proto=SimpleNamespace(id=""), children={0: new})

    with pytest.raises(CannotBeStill, match="a map"):
        still(page, set())


def test_a_chart_is_drawn_with_its_labels() -> None:
    drawn = svg(
        {
            "data": {"values": [{"label": "Scope added", "amount": 3600}]},
            "mark": "bar",
            "encoding": {"y": {"field": "label"}, "x": {"field": "amount"}},
        }
    )

    assert drawn.startswith("<svg")
    assert "Scope added" in drawn
