"""One number on the first page: what it answers, whose it is, whether to trust it."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from html import escape

import streamlit as st

from dashboards import anchors, filters, frame, pieces, sentences, words
from dashboards.bridge import Step
from dashboards.freshness import is_still_loading, stale_sentences


def card(layer: str, amounts: Mapping[str, Decimal], steps: Sequence[Step]) -> None:
    """Draw one number: what it answers, whose it is, and what its system shows."""
    anchor = anchors.ANCHORS[layer]
    pieces.paragraph(anchor.label, "label")
    if is_still_loading(anchor.role):
        pieces.paragraph("Still loading", "figure")
        for sentence in stale_sentences(anchor.role):
            pieces.paragraph(sentence, "note status-U")
        return
    if layer not in amounts:
        pieces.paragraph("No number", "figure")
        pieces.paragraph(f"Nothing is {anchor.label.lower()} here.", "note")
        return
    st.html(
        f'<p class="figure">{words.cents(amounts[layer])} '
        f"<small>{escape(frame.firm()['reporting_currency'])}</small></p>"
    )
    pieces.paragraph(anchor.question, "fact")
    pieces.paragraph(f"Owner: {words.role(anchor.role)}", "note")
    _verdict(layer, amounts, steps)
    for sentence in stale_sentences(anchor.role):
        pieces.paragraph(sentence, "note status-U")
    _why(layer)


def _why(layer: str) -> None:
    """Draw the way to the steps that lead to this number."""
    ends = {"from": "expected", "to": layer}
    if layer == "expected":
        ends["from"] = anchors.REPORTED[layer]
    label = anchors.ANCHORS[layer].label.lower()
    filters.link("pages/why_different.py", f"Why this {label} number?", **ends)
    filters.link("pages/records.py", f"Show the {label} records", anchor=layer)


def _verdict(layer: str, amounts: Mapping[str, Decimal], steps: Sequence[Step]) -> None:
    """Say whether the system itself shows this number, and what needs a hand."""
    clean = "billed" if layer == "recognised" else layer
    reported = amounts.get(anchors.REPORTED[clean])
    found = sentences.faults(clean, steps)
    if found and reported is not None and reported != amounts[clean]:
        st.html(
            f'<p class="fact">{sentences.SHOWS[clean]} shows <s>'
            f"{words.cents(reported)}</s></p>"
        )
    segments = {sentences.CLEANED[clean], *sentences.LEADS[clean]}
    near = [step for step in steps if step.segment in segments]
    fixes = sum(1 for s in near if s.driver_class == "F" and s.needs_a_hand)
    asks = sum(1 for step in near if step.driver_class == "U")
    told = []
    if not found:
        told.append(pieces.state("Correct", "ok"))
    if fixes:
        told.append(pieces.state(f"Fix needed ({fixes})", "F"))
    if asks:
        told.append(pieces.state(f"No reason on file ({asks})", "U"))
    st.html(f'<p class="fact">{" · ".join(told)}</p>')
