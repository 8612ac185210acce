"""Which records make this number? What is behind a step or a number, to the cent."""

from collections.abc import Callable, Sequence
from decimal import Decimal

import streamlit as st

from dashboards import anchors, bridge, filters, frame, pieces, rows, words
from dashboards.warehouse import Row

QUESTION = "Which records make this number?"
shown = filters.current()
currency = frame.firm()["reporting_currency"]
key, anchor = st.query_params.get("step", ""), st.query_params.get("anchor", "")
steps = {step.key: step for step in bridge.steps(shown)}
amounts = anchors.anchors(*shown.scope)


def listed(
    found: Sequence[Row], column: str, written: Callable[[Decimal], str]
) -> None:
    """Draw one row a record, each a link to what we know about it."""
    with st.container(key="links-back"):
        filters.link("pages/why_different.py", "Back to all steps")
    total = sum((row[column] for row in found), Decimal(0))
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
                    written(row[column]),
                ],
                {"record": row["record_id"] or ""},
            )
            for row in found
        ],
        total=["", "", written(total)],
    )


def of_step(step: bridge.Step) -> None:
    """Answer for a step: the evidence, what it means, and who acts."""
    found = bridge.evidence(shown, key)
    frame.answer(
        f"{shown.scope_name}: {words.count(len(found), 'record')} "
        f"{'makes' if len(found) == 1 else 'make'} up “{step.label}”, "
        f"{words.more_or_less(step.amount, currency)}."
    )
    if step.explanation:
        pieces.paragraph(step.explanation, "fact")
    frame.trust(shown)
    listed(found, "evidence_amount", words.signed)
    frame.advice([(step.owner_role, step.advice)] if step.needs_a_hand else [])
    frame.footer(
        QUESTION,
        f"records_{step.driver}",
        records=found,
        sql=frame.filled(bridge.EVIDENCE, *shown.scope, *bridge.split(key)),
        filters_text=f"{shown.described}, {step.label}",
        total=("evidence_amount", step.amount),
    )


def of_number() -> None:
    """Answer for a number: the records it is the sum of."""
    found = anchors.records(shown, anchor)
    label = anchors.ANCHORS[anchor].label
    frame.answer(
        f"{shown.scope_name}: {words.count(len(found), 'record')} "
        f"{'makes' if len(found) == 1 else 'make'} up “{label}”, "
        f"{currency} {words.cents(abs(amounts[anchor]))}"
        f"{' less' if amounts[anchor] < 0 else ''}."
    )
    frame.trust(shown)
    listed(found, "anchor_amount", words.cents)
    frame.footer(
        QUESTION,
        f"records_{anchor}",
        records=found,
        sql=frame.filled(anchors.RECORDS, *anchors.asked(shown, anchor)),
        filters_text=f"{shown.described}, {label}",
        total=("anchor_amount", amounts[anchor]),
    )


if key in steps:
    of_step(steps[key])
elif anchor in amounts:
    of_number()
else:
    frame.answer("No such step here.")
    frame.trust(shown)
    frame.empty(
        f"{shown.scope_name} has no step called {key or anchor or 'nothing'} in this "
        "period. Choose a step on the page of differences."
    )
    with st.container(key="links-back"):
        filters.link("pages/why_different.py", "Why are these numbers different?")
