"""The dashboard: which number is correct, why they differ, and where to fix it."""

from pathlib import Path

import duckdb
import streamlit as st

from dashboards import filters, frame, pilot
from dashboards.sidebar import ADDRESSES, HIDDEN, PAGES, sidebar
from dashboards.warehouse import DoesNotFit, NothingPublished

st.set_page_config(initial_sidebar_state=340)
st.html(Path(__file__).parent / "look.css")

page = st.navigation(
    [
        st.Page(
            path,
            title=question,
            url_path=ADDRESSES[path],
            default=path == "pages/which_number.py",
            visibility="hidden" if path in HIDDEN else "visible",
        )
        for path, question in (PAGES | HIDDEN).items()
    ],
    position="hidden",
)

try:
    st.title(page.title)
    shown = filters.current()
    sidebar(page.url_path or "which-number", shown)
    frame.invented()
    pilot.draw()
    frame.unknown(shown)
    page.run()
except (NothingPublished, DoesNotFit) as state:
    frame.nothing_to_show(str(state))
except duckdb.Error:
    frame.nothing_to_show(
        "The published file could not be read for this page. "
        "Run `make nightly` again, then reload this page."
    )
