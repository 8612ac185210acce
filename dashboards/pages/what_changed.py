"""What changed since last week? Every change of a number, its reason and record."""

from decimal import Decimal

import streamlit as st

from dashboards import changes, filters, frame, pieces, rows, words
from dashboards.anchors import ANCHORS
from dashboards.choices import choice
from dashboards.freshness import local

QUESTION = "What changed since last week?"
shown = filters.current()
name = shown.client_name or "The firm"
currency = frame.firm()["reporting_currency"]
nights = {f"{night:%Y-%m-%dT%H:%M:%S.%f}": night for night in changes.nights()}

if not nights:
    frame.answer(f"{name}: this is the first night, so nothing can have changed.")
    frame.trust(shown)
    frame.empty("From the second night on, every change is listed here.")
    frame.footer(QUESTION, "changes", records=[], sql=changes.NIGHTS, filters_text=name)
    st.stop()

asked = st.query_params.get("since", "")
if asked and asked not in nights:
    st.warning(words.plain(f"We know no night of {asked}. Showing the last one."))
since = asked if asked in nights else next(iter(nights))
by, found = changes.moved(shown.client, since), changes.records(shown.client, since)
frame.answer(changes.answer(name, currency, nights[since], by, found))
frame.trust(shown)
choice(
    "since",
    "Since the night of",
    since,
    {key: words.moment(local(night)) for key, night in nights.items()},
)

if by:
    st.header("Each number")
    pieces.sheet(
        ["Number", f"Change ({currency})"],
        [
            (ANCHORS[anchor].label, words.signed(change))
            for anchor, change in by.items()
        ],
        numbers=(1,),
    )
    st.header("Why")
    pieces.sheet(
        ["Reason", "Number", "Records", f"Change ({currency})"],
        [
            (
                changes.CLASSES[row["change_class"]],
                ANCHORS[row["anchor"]].label,
                f"{row['n_records']:,}",
                words.signed(row["change_amount"]),
            )
            for row in changes.reasons(shown.client, since)
        ],
        numbers=(2, 3),
    )
    st.header("The records")
    rows.rows(
        "changes",
        "Record",
        columns=[
            rows.Column(f"Change ({currency})", 1.1, is_number=True),
            rows.Column("Number", 0.9),
            rows.Column("Reason", 1.3, is_wide=True),
        ],
        lines=[
            rows.Line(
                "pages/record.py",
                row["record_id"].split(":", 2)[-1],
                [
                    words.signed(row["change_amount"]),
                    ANCHORS[row["anchor"]].label,
                    changes.CLASSES[row["change_class"]],
                ],
                {"record": row["record_id"]},
                row["explanation"]
                + (" The books of the month were closed." * row["is_closed_period"]),
            )
            for row in found
        ],
        link_share=0.5,
    )
else:
    pieces.paragraph("Every number is what it was.", "fact")

frame.footer(
    QUESTION,
    "changes",
    records=found,
    sql=frame.filled(changes.RECORDS, shown.client, since),
    filters_text=f"{name}, since {since}",
    total=("change_amount", sum((r["change_amount"] for r in found), Decimal(0))),
)
