"""A select box whose choice lives in the URL."""

from collections.abc import Mapping

import streamlit as st

from dashboards.filters import ALL


def choice(name: str, label: str, value: str, options: Mapping[str, str]) -> None:
    """Draw one choice; it shows what the URL says and writes a new one into it."""
    key = f"filter-{name}"
    st.session_state[key] = value
    st.selectbox(
        label,
        list(options),
        format_func=lambda option: options.get(option, option),
        key=key,
        on_change=_write,
        args=(name, key, st.query_params.get(name, "")),
    )


def _write(name: str, key: str, drawn_for: str) -> None:
    """Write a choice into the URL, unless the URL has moved on since it was drawn.

    After a quick second Back the browser still sends the value of the page before; such
    a value is no choice of the reader's.
    """
    if st.query_params.get(name, "") != drawn_for:
        return
    value = st.session_state[key]
    if name == "client":
        st.query_params.pop("project", None)
    if value == ALL.get(name):
        st.query_params.pop(name, None)
    else:
        st.query_params[name] = value
