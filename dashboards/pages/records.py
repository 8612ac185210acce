"""Which records make this step? The evidence behind one step, to the cent."""

from decimal import Decimal

import streamlit as st

from dashboards import bridge, filters, frame, pieces, rows, words

QUESTION = "Which records make this step?"
shown = filters.current()
key = st.query_params.get("step", "")
steps = {step.key: step for step in bridge.steps(shown)}
found = bridge.evidence(shown, key)

if key not in steps:
    frame.answer("No such step here.")
    frame.trust(shown)
    frame.empty(
        f"{shown.scope_name} has no step called {key or 'nothing'} in this period. "
        "Choose a step on the page of differences."
    )
    with st.container(key="links-back"):
        filters.link("pages/why_different.py", "Why are these numbers different?")
    st.stop()

step = steps[key]
currency = frame.firm()["reporting_currency"]
frame.answer(
    f"{shown.scope_name}: {words.count(len(found), 'record')} "
    f"{'makes' if len(found) == 1 else 'make'} up “{step.label}”, "
    f"{words.more_or_less(step.amount, currency)}."
)
if step.explanation:
    pieces.paragraph(step.explanation, "fact")
frame.trust(shown)
with st.container(key="links-back"):
    filters.link("pages/why_different.py", "Back to all steps")

rows.rows(
    "records",
    "Record",
    columns=[
        rows.Column("System"),
        rows.Column("Kind", is_wide=True),
        rows.Column(f"Amount ({currency})", is_number=True),
    ],
    lines=[
        rows.Line(
            "pages/record.py",
            row["source_record_id"] or "No record",
            [
                words.system(row["source_system"] or ""),
                words.kind(row["source_record_type"] or ""),
                words.signed(row["evidence_amount"]),
            ],
            {"record": row["record_id"] or ""},
        )
        for row in found
    ],
    total=[
        "",
        "",
        words.signed(sum((row["evidence_amount"] for row in found), Decimal(0))),
    ],
)
frame.advice([(step.owner_role, step.advice)] if step.needs_a_hand else [])
frame.footer(
    QUESTION,
    f"records_{step.driver}",
    records=found,
    sql=frame.filled(bridge.EVIDENCE, *shown.scope, *bridge.split(key)),
    filters_text=f"{shown.scope_name}, {words.period(shown.period)}, {step.label}",
    total=("evidence_amount", step.amount),
)
