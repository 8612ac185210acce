"""Are we making money on this work? What is left of each project's revenue."""

from dataclasses import replace

import streamlit as st

from dashboards import filters, frame, margin, pieces, rows, words

QUESTION = "Are we making money on this work?"
shown = replace(filters.current(), project="", project_name="")
name, when = shown.scope_name, words.when(shown.period)
currency = frame.firm()["reporting_currency"]

if not margin.is_allowed():
    frame.answer("This page is for those who may see margins.")
    frame.trust(shown)
    frame.empty(
        "The file you read holds no margins: beside hours of persons they would tell "
        "pay. Start the dashboard with AUDIENCE=leadership."
    )
    frame.footer(QUESTION, "margins", records=[], sql="", filters_text=name)
    st.stop()

found = margin.margins(shown.client, shown.period)
frame.answer(margin.answer(name, when, found))
frame.trust(shown)

st.header("Each project")
if found:
    left, revenue = margin.total(found)
    rows.rows(
        "margins",
        "Project",
        columns=[
            rows.Column(f"Recognised ({currency})", 1.1, is_number=True),
            rows.Column(f"Margin ({currency})", 1.1, is_number=True),
            rows.Column("Share", 0.6, is_number=True, is_wide=True),
        ],
        lines=[
            rows.Line(
                "pages/which_number.py",
                row["project_name"],
                [
                    words.cents(row["recognised_amount"]),
                    "–"
                    if row["margin_amount"] is None
                    else words.cents(row["margin_amount"]),
                    "–"
                    if row["margin_share"] is None
                    else f"{row['margin_share']:.0%}",
                ],
                {"project": row["project_id"]},
                margin.HIDDEN.get(row["hidden_because"] or "", ""),
            )
            for row in found
        ],
        total=[
            words.cents(revenue),
            words.cents(left),
            f"{left / revenue:.0%}" if revenue else "–",
        ],
    )
    pieces.paragraph(
        "Revenue that finance recognised, less the loaded cost of the hours worked and "
        "less expenses. Work without such revenue, internal time among it, is left "
        "out. The total counts only projects whose margin is shown. A margin that "
        "would tell what one or two people cost is hidden.",
        "quiet",
    )
else:
    frame.empty(f"Finance recognised nothing of {name} {when}.")

margin.draw_quarter(shown.client, currency)

unrated = [row for row in found if row["hidden_because"] == "cost_rate_missing"]
lost = [row for row in found if (row["margin_amount"] or 0) < 0]
frame.advice(
    [("people", f"Add the cost rates of {row['project_name']}.") for row in unrated]
    + [
        ("delivery", f"{row['project_name']} loses money. Ask what has changed.")
        for row in lost[:5]
    ]
)
frame.footer(
    QUESTION,
    "margins",
    records=found,
    sql=frame.filled(margin.MARGINS, shown.period, shown.client),
    filters_text=shown.described,
)
