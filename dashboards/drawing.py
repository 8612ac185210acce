"""A chart on a page, and as a picture that needs no browser to be drawn."""

import json
from typing import Any

import streamlit as st
import vl_convert

from dashboards import frame
from dashboards.export import file_name

SIZE = {"width": 760, "padding": {"left": 24, "right": 5, "top": 5, "bottom": 5}}
"""Pixels of a chart that would otherwise be as wide as its page.

Its reader's font can be wider than the one that the labels are measured in.
"""


def draw(chart: Any, alt: str, name: str) -> None:
    """Draw a chart with its words, and offer it as a file of that name."""
    st.altair_chart(chart, width="stretch", alt=alt)
    st.download_button(
        "Download the chart (SVG)",
        lambda: svg(chart.to_dict()),
        file_name(name, frame.firm(), "svg"),
        "image/svg+xml",
        key=f"chart-{name}",
        on_click="ignore",
    )


def svg(spec: dict[str, Any]) -> str:
    """Return the SVG of a Vega-Lite chart, 760 pixels wide unless it names a width."""
    return str(vl_convert.vegalite_to_svg(json.dumps(SIZE | spec)))
