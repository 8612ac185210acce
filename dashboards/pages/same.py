"""Are these the same? Pairs a person must decide, with the effect before the answer."""

import streamlit as st

from dashboards import deciding, filters, frame, pairs, pairs_asked, pieces, rows, words
from dashboards.choices import choice

QUESTION = "Are these the same?"
shown = filters.current()
found = pairs.pairs(shown.client)
n_questions = sum(1 for pair in found if not pair.is_copy)
n_copies = len(found) - n_questions
currency = frame.firm()["reporting_currency"]

asks = f"{words.capital(words.count(n_questions, 'pair'))} " + (
    "needs your decision." if n_questions == 1 else "need your decision."
)
took = (
    f" {words.capital(words.count(n_copies, 'copy', 'copies'))} were left out by rule."
)
frame.answer(
    (f"{shown.client_name}: " if shown.client else "")
    + (asks if n_questions else "No pair needs your decision.")
    + (took.replace("were", "was") if n_copies == 1 else took if n_copies else "")
)
frame.trust(shown)


def foot() -> None:
    """Draw the foot of the page, with every pair as a row of its file."""
    frame.footer(
        QUESTION,
        "pairs",
        records=[
            {
                "entity": pair.entity,
                "left_record": pair.left_record,
                "right_record": pair.right_record,
                "sentence": pair.sentence,
                "money_at_stake": pair.money_at_stake,
            }
            for pair in found
        ],
        sql=pairs_asked.COPIES,
        filters_text=shown.client_name or "All clients",
    )


if not found:
    frame.empty("There is no pair to judge here.", "client" if shown.client else "")
    foot()
    st.stop()

keyed = {pair.key: pair for pair in found}
asked = st.query_params.get("pair", "")
if asked and asked not in keyed:
    st.warning(words.plain(f"We found no pair {asked}. Showing the first one."))
chosen = keyed.get(asked, found[0])
choice("pair", "Pair", chosen.key, {key: pair.label for key, pair in keyed.items()})
pieces.paragraph(chosen.sentence, "fact")

st.header("What each answer changes")
for sentence in pairs.effect(chosen):
    pieces.paragraph(sentence, "fact")

st.header("Side by side")
told = pairs.evidence(chosen)
pieces.sheet(
    ["", words.plain(chosen.left_name or ""), words.plain(chosen.right_name or ""), ""],
    [
        ("Record", chosen.left_record, chosen.right_record, ""),
        *(
            (
                words.capital(row["evidence"]),
                row["left_value"] or "",
                row["right_value"] or "",
                f"{'for' if row['bits'] > 0 else 'against'}: {row['level']} "
                f"({row['bits']:+.1f})",
            )
            for row in told
            if row["evidence"] != "prior"
        ),
    ],
)
pieces.paragraph(
    "Figures in brackets are bits: each bit doubles the odds that the two are one."
    if told
    else "A rule decided: same client, same date or name, same amounts.",
    "quiet",
)
with st.container(key="links-records"):
    for key in (chosen.left_record, chosen.right_record):
        filters.link("pages/record.py", f"Open {key.split(':', 2)[-1]}", record=key)

deciding.form(chosen)
deciding.proposed_so_far()

st.header("All pairs")
rows.rows(
    "pairs",
    "Pair",
    columns=[
        rows.Column(f"At stake ({currency})", 1.1, is_number=True),
        rows.Column("State", 1.0),
    ],
    lines=[
        rows.Line(
            "pages/same.py",
            pair.label,
            [
                words.cents(pair.money_at_stake),
                pieces.state("Left out by rule", "L")
                if pair.is_copy
                else pieces.state("Decide", "U"),
            ],
            {"pair": pair.key},
        )
        for pair in found
    ],
    link_share=0.6,
)
foot()
