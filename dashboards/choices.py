"""Widgets whose value lives in the URL: a choice, or what is typed."""

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


def typed(name: str, label: str, hint: str) -> str:
    """Draw one line to type in; what is typed lives in the URL. Return it."""
    key = f"typed-{name}"
    st.session_state[key] = value = st.query_params.get(name, "")
    st.text_input(
        label, key=key, placeholder=hint, on_change=_write, args=(name, key, value)
    )
    return value


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
    if value == ALL.get(name, ""):
        st.query_params.pop(name, None)
    else:
        st.query_params[name] = value
