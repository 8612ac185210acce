"""Did each handoff happen on time? The chain of events, and what is still owed."""

from decimal import Decimal

import streamlit as st

from dashboards import filters, frame, handoffs, pieces, rows, words

QUESTION = "Did each handoff happen on time?"
PAGE = "pages/on_time.py"
shown = filters.current()
currency = frame.firm()["reporting_currency"]
chain = handoffs.chain(shown.client)
frame.answer(handoffs.answer(shown.client_name or "The firm", chain))
frame.trust(shown)

known = {row["event"]: row["label"] for row in chain}
asked = st.query_params.get("event", "")
if asked and asked not in known:
    st.warning(words.plain(f"We know no handoff called {asked}. Showing all."))
    asked = ""

st.header("Each event, in working days")
rows.rows(
    "chain",
    "From one event to the next",
    columns=[
        rows.Column("In time", is_number=True),
        rows.Column("Late", is_number=True),
        rows.Column("Missing", is_number=True),
        rows.Column("Odd", is_number=True, is_wide=True),
        rows.Column("Usual", is_number=True, is_wide=True),
        rows.Column("Slowest tenth", is_number=True, is_wide=True),
        rows.Column("Limit", is_number=True),
    ],
    lines=[
        rows.Line(
            PAGE,
            words.capital(row["label"]),
            [
                f"{row['n_in_time']:,}",
                f"{row['n_late']:,}",
                f"{row['n_missing']:,}",
                f"{row['n_odd']:,}",
                handoffs.days(row["median_days"]),
                handoffs.days(row["slowest_days"]),
                handoffs.days(row["limit_days"]),
            ],
            {"event": row["event"]},
        )
        for row in chain
    ],
    is_paged=False,
    link_share=0.34,
)
pieces.paragraph(
    "What is open counts as at least the days so far. Odd: twice, out of order, or "
    "handed over with other facts.",
    "quiet",
)

owed = handoffs.owed(shown.client, asked)
st.header(f"Still owed: {known[asked]}" if asked else "Still owed")
if asked:
    with st.container(key="links-all-events"):
        filters.link(PAGE, "Show all handoffs")
if owed:
    rows.rows(
        "owed",
        "What",
        columns=[
            rows.Column(f"Handed over ({currency})", 1.1, is_number=True),
            rows.Column("At least", 0.9, is_number=True),
            rows.Column("State", 0.9),
            rows.Column("Who", 0.8, is_wide=True),
        ],
        lines=[
            rows.Line(
                "pages/record.py",
                row["subject"] or row["record_id"],
                [
                    words.cents(row["money_at_stake"]),
                    words.count(int(row["lag_working_days"] or 0), "day"),
                    pieces.state(*handoffs.STATES[row["state"]]),
                    words.owner(row["owner_role"]),
                ],
                {"record": row["record_id"]},
                row["explanation"],
            )
            for row in owed
        ],
        link_share=0.5,
    )
else:
    pieces.paragraph("Nothing is owed here.", "fact")

late = [row for row in owed if row["state"] != "pending"]
frame.advice([(row["owner_role"], row["explanation"]) for row in late[:5]])
frame.footer(
    QUESTION,
    "handoffs",
    records=owed,
    sql=frame.filled(handoffs.OWED, shown.client, asked),
    filters_text=shown.client_name or "All clients",
    total=("money_at_stake", sum((r["money_at_stake"] for r in owed), Decimal(0))),
)
