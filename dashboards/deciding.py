"""The form in which a person answers a question, and what was answered so far."""

from datetime import date

import streamlit as st

from dashboards import decisions, pieces, words
from dashboards.pairs import Pair
from pipelines.firm import FirmError


def form(pair: Pair) -> None:
    """Draw the answers to one pair; a click writes a proposal, never a source."""
    st.header("Your decision")
    left, right = st.columns(2)
    left.text_input("Your name", key="decided-by")
    right.text_input("Because", key="because")
    with st.container(horizontal=True):
        for answer, label in decisions.answers(pair).items():
            st.button(
                label, key=f"decide-{answer}", on_click=_decide, args=(pair, answer)
            )
    if said := st.session_state.pop("said", ""):
        st.info(words.plain(said))


def proposed_so_far() -> None:
    """Draw every line that was proposed, each with a way to take it back."""
    try:
        file = decisions.proposals_file()
        lines = decisions.proposed(file)
    except (OSError, FirmError) as error:
        st.warning(words.plain(str(error)))
        return
    if not lines:
        return
    st.header("Proposed so far")
    pieces.paragraph(
        f"{words.capital(words.count(len(lines), 'line'))} of {file.name} in the rules "
        "folder. The next night applies a line once it stands in "
        "identity_decisions.csv.",
        "quiet",
    )
    for place, line in enumerate(lines):
        left, right = st.columns([0.8, 0.2], vertical_alignment="center")
        with left:
            pieces.paragraph(
                f"{line['left_record']} and {line['right_record']}: "
                f"{line['decision']}, says {line['decided_by']}. {line['because']}",
                "fact",
            )
        right.button(
            "Take back",
            key=f"back-{place}",
            on_click=decisions.take_back,
            args=(file, place),
        )


def _decide(pair: Pair, answer: str) -> None:
    """Write down what was clicked, and say so; or say what is missing."""
    by = st.session_state.get("decided-by", "").strip()
    if not by:
        st.session_state["said"] = "Write your name first: a decision has an author."
        return
    line = decisions.line(pair, answer, by, st.session_state.get("because", ""))
    try:
        decisions.propose(decisions.proposals_file(), {**line, **_today()})
    except (OSError, FirmError) as error:
        st.session_state["said"] = f"Nothing was written: {error}"
        return
    st.session_state["said"] = "Written down as a proposal. No source was changed."


def _today() -> dict[str, str]:
    return {"decided_on": date.today().isoformat()}
