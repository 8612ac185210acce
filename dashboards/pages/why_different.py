"""Why are these numbers different? The steps from one number to the other."""

from decimal import Decimal

import streamlit as st

from dashboards import (
    anchors,
    bars,
    bridge,
    charts,
    drawing,
    filters,
    frame,
    gaps,
    steps,
    words,
)
from dashboards.choices import choice

QUESTION = "Why are these numbers different?"
shown = filters.current()
amounts = anchors.anchors(*shown.scope)
currency = frame.firm()["reporting_currency"]


def asked(name: str, otherwise: str) -> str:
    """Return the anchor that the URL names, or the usual one."""
    value = st.query_params.get(name, otherwise)
    if value not in anchors.ANCHORS:
        st.warning(words.plain(f"There is no number called {value}."))
        return otherwise
    return value


known = [anchor for anchor in ("expected", "planned", "delivered") if anchor in amounts]
start = asked("from", known[0] if known else "expected")
end = asked("to", shown.actual)
frame.stop_while_loading(
    shown.scope_name, *(anchors.ANCHORS[layer].role for layer in (start, end))
)
if start not in amounts or end not in amounts:
    missing = [
        anchors.ANCHORS[a].label.lower() for a in (start, end) if a not in amounts
    ]
    frame.answer(f"{shown.scope_name}: nothing is {' or '.join(missing)} here.")
    frame.trust(shown)
    frame.empty(
        f"There is no {' and no '.join(missing)} number for "
        f"{shown.scope_name} {words.when(shown.period)}.",
        "client" if shown.client else "period",
    )
    st.stop()

found = bridge.between(bridge.steps(shown), start, end)
frame.answer(
    gaps.why_different(
        shown.scope_name, currency, (start, amounts[start]), (end, amounts[end]), found
    )
)
frame.trust(shown)

ends = {a: anchor.label for a, anchor in anchors.ANCHORS.items() if a in amounts}
left, right = st.columns(2)
with left:
    choice("from", "From", start, ends)
with right:
    choice("to", "To", end, ends)
if shown.period not in ("to_date", "no_date"):
    st.caption(
        "A month holds what is dated in it. The work sold, planned and billed in one "
        "month is rarely the same work; the steps say why."
    )

drawn = bars.bars(start, end, amounts, found)
drawing.draw(
    charts.bridge(drawn, currency),
    alt=f"Bridge from {anchors.ANCHORS[start].label} to {anchors.ANCHORS[end].label}: "
    + "; ".join(bar.said for bar in drawn),
    name="bridge",
)

gap = amounts[end] - amounts[start]
st.header("The same steps, one by one")
steps.table(found, currency, gap)
no_reason = sum((abs(s.amount) for s in found if s.driver_class == "U"), Decimal(0))
st.caption(f"No reason on file: {currency} {words.cents(no_reason)}.")

frame.advice([(step.owner_role, step.advice) for step in found if step.needs_a_hand])
frame.footer(
    QUESTION,
    "steps",
    records=[step.row for step in found],
    sql=frame.filled(bridge.STEPS, *shown.scope),
    filters_text=f"{shown.described}, from "
    f"{anchors.ANCHORS[start].label} to {anchors.ANCHORS[end].label}",
    total=("step_amount", gap),
)
