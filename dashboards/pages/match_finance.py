"""Why doesn't the dashboard match finance? Their figure, ours, and what is between."""

from dataclasses import replace

import streamlit as st

from dashboards import (
    anchors,
    bars,
    bridge,
    charts,
    drawing,
    filters,
    finance,
    frame,
    gaps,
    pieces,
    rows,
    steps,
    words,
)
from dashboards.choices import typed

QUESTION = "Why doesn't the dashboard match finance?"
START, END = "accounting_reported", "billed"
# An export of invoices knows no project: the scope is a client or the firm.
shown = replace(filters.current(), project="", project_name="")
amounts = anchors.anchors(*shown.scope)
currency = frame.firm()["reporting_currency"]
frame.stop_while_loading(shown.scope_name, "accounting")

if START not in amounts or END not in amounts:
    frame.answer(f"{shown.scope_name}: accounting has no invoice here.")
    frame.trust(shown)
    frame.empty(
        f"There is no invoice of {shown.scope_name} {words.when(shown.period)}.",
        "client" if shown.client else "period",
    )
    st.stop()

found = bridge.between(bridge.steps(shown), START, END)
theirs, ours = amounts[START], amounts[END]
frame.answer(gaps.match_finance(shown.scope_name, currency, theirs, ours, found))
frame.trust(shown)
drawn = bars.bars(START, END, amounts, found)
drawing.draw(
    charts.bridge(drawn, currency),
    alt="Bridge from accounting's export to what we call billed: "
    + "; ".join(bar.said for bar in drawn),
    name="bridge_to_finance",
)

st.header("What is between the two")
steps.table(found, currency, ours - theirs)

st.header("Is finance's own figure another one?")
said = typed("finance", "Finance's figure", "34,198.80")
figure = finance.figure(said) if said else None
if said and figure is None:
    st.warning(
        words.plain(f"We cannot read {said} as an amount. Write it like 34,198.80.")
    )
if figure is not None:
    told = finance.compared(figure, amounts, currency)
    pieces.paragraph(told.sentence, "fact")
    if told.rest:
        could_be = finance.candidates(shown, told.rest)
        pieces.paragraph(
            f"{words.capital(words.count(len(could_be), 'document'))} "
            f"{'has' if len(could_be) == 1 else 'have'} exactly this amount, before "
            "tax, with it or as tax.",
            "fact",
        )
        if could_be:
            rows.rows(
                "candidates",
                "Document",
                columns=[
                    rows.Column("Month"),
                    rows.Column("Status"),
                    rows.Column("With tax", is_number=True),
                    rows.Column("Before tax", is_number=True),
                ],
                lines=[
                    rows.Line(
                        "pages/record.py",
                        row["invoice_number"] or row["source_record_id"],
                        [
                            words.period(row["month"]),
                            row["status"],
                            words.cents(row["reported_accounting_amount"]),
                            words.cents(row["net_accounting_amount"]),
                        ],
                        {"record": row["invoice_id"]},
                    )
                    for row in could_be
                ],
            )

counted = finance.totals(shown)
st.header("Control totals")
pieces.paragraph(
    "Compare them with the same counts and sums in accounting: a document too few or "
    "too many shows here first. Amounts are in the documents' own currencies.",
    "quiet",
)
pieces.sheet(
    ["What", "Records", "With tax", "Counted as billed", "Currency"],
    [
        (
            row["what"],
            f"{row['n_records']:,}",
            words.cents(row["reported_accounting_amount"]),
            words.cents(row["billed_amount"]),
            row["currency_code"],
        )
        for row in counted
    ],
    numbers=(1, 2, 3),
)

frame.advice([(step.owner_role, step.advice) for step in found if step.needs_a_hand])
frame.footer(
    QUESTION,
    "finance",
    records=[step.row for step in found],
    sql=frame.filled(bridge.STEPS, *shown.scope),
    filters_text=shown.described,
    total=("step_amount", ours - theirs),
)
