"""The frame of every page: answer line, trust line, states, footer."""

from collections.abc import Sequence
from decimal import Decimal
from urllib.parse import urlencode

import streamlit as st

from dashboards import filters, pieces, pilot, words
from dashboards.export import EXCEL, file_name, text, workbook
from dashboards.freshness import (
    built_at,
    is_still_loading,
    oldest,
    stale_sentences,
    unexplained_sentence,
)
from dashboards.warehouse import Row, one


def firm() -> Row:
    """Return the firm whose numbers these are, with the night that built them."""
    return one("select * from rules.firm")


def invented() -> None:
    """Say on every page that the data are invented, when they are."""
    told = firm()
    if told.get("is_invented"):
        pieces.paragraph(
            f"Invented data: {told['firm_name']} does not exist. No figure is real.",
            "invented",
        )


def unknown(shown: filters.Filters) -> None:
    """Say which filter values of the URL were not found."""
    for sentence in shown.unknown:
        st.warning(words.plain(sentence))


def nothing_to_show(sentence: str) -> None:
    """Say why no number can be shown, and what to do; never a stack trace."""
    st.info(sentence.replace("$", "\\$"))


def answer(sentence: str) -> None:
    """Draw the answer to the page's question."""
    pieces.paragraph(sentence, "answer")


def trust(shown: filters.Filters) -> None:
    """Say how old the data are, what is late, and what nobody can explain."""
    parts = [f"Data from {words.moment(built_at())}."]
    parts += filter(None, [oldest(), unexplained_sentence(*shown.scope)])
    pieces.paragraph(" ".join(parts), "trust")
    for sentence in stale_sentences():
        st.warning(words.plain(sentence))


def stop_while_loading(scope_name: str, *roles: str) -> None:
    """End the page before a number that a first load has not brought in whole yet."""
    if not any(is_still_loading(role) for role in roles):
        return
    answer(f"{scope_name}: still loading. There is no number to compare yet.")
    for role in dict.fromkeys(roles):
        for sentence in stale_sentences(role):
            st.warning(words.plain(sentence))
    st.stop()


def empty(sentence: str, clear: str = "") -> None:
    """Say that there is nothing for these filters, and offer to take one away."""
    st.info(words.plain(sentence))
    if clear:
        with st.container(key="links-empty"):
            filters.link("pages/which_number.py", f"Clear {clear}", **{clear: ""})


def advice(lines: Sequence[tuple[str, str]]) -> None:
    """Draw "What to do": who acts, and what."""
    st.header("What to do")
    if not lines:
        pieces.paragraph("Nothing. No action is needed.", "fact")
        return
    pieces.sheet(
        ["Who", "What"],
        [(words.capital(who), what) for who, what in dict.fromkeys(lines)],
    )


def footer(
    question: str,
    name: str,
    *,
    records: Sequence[Row],
    sql: str,
    filters_text: str,
    total: tuple[str, Decimal] | None = None,
) -> None:
    """Draw the foot: what the words mean, the rows as a file, the SQL, the run."""
    told = firm()
    st.divider()
    with st.container(horizontal=True, vertical_alignment="center", key="links-foot"):
        filters.link("pages/definitions.py", "What do these words mean?")
        st.download_button(
            "Download the rows (CSV)",
            text(question, pilot.limits(filters_text), told, records, total),
            file_name(name, told),
            "text/csv",
            key=f"download-{name}",
            on_click="ignore",
        )
        st.download_button(
            "Download the rows (Excel)",
            lambda: workbook(
                question, pilot.limits(filters_text), told, {"Rows": records}
            ),
            file_name(name, told, "xlsx"),
            EXCEL,
            key=f"workbook-{name}",
            on_click="ignore",
        )
    with st.expander("SQL of this page"):
        st.code(sql, language="sql")
    with st.expander("Link to this page"):
        asked = urlencode(st.query_params.to_dict())
        st.code(f"{st.context.url}{'?' if asked else ''}{asked}", language=None)
    pieces.paragraph(
        f"Run {told['run_id']}, code {told['code_version']}. Amounts are in "
        f"{told['reporting_currency']} unless a row says otherwise.",
        "quiet",
    )


def filled(sql: str, *parameters: object) -> str:
    """Return the SQL with its parameters written in, ready to be run by hand."""
    parts = sql.strip().split("?")
    quoted = ["'" + str(value).replace("'", "''") + "'" for value in parameters]
    return "".join(
        part + value for part, value in zip(parts, [*quoted, ""], strict=True)
    )
