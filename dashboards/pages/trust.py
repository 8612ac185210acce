"""Can I trust the data today? Age, completeness and what the checks found."""

import streamlit as st

from dashboards import agreement, filters, fixes, frame, health, pieces, words
from dashboards.freshness import local, sources, stale_sentences

QUESTION = "Can I trust the data today?"
shown = filters.current()
late = stale_sentences()
gap = health.residual()
told = sources()

if gap:
    frame.answer("No. Some steps do not add up to the difference they explain.")
elif late:
    frame.answer(f"Yes, except this: {late[0]}")
else:
    frame.answer("Yes. Every source is up to date and every difference adds up.")
frame.trust(shown)

st.header("Do the numbers add up?")
pieces.sheet(
    ["Claim", "Verdict"],
    [
        (
            "Steps add up to the difference of their numbers, everywhere",
            pieces.state("Yes", "ok") if not gap else pieces.state("No", "F"),
        ),
        (
            "Records add up to their step, everywhere",
            pieces.state("Yes", "ok")
            if not health.unproven()
            else pieces.state("No", "F"),
        ),
    ],
)

st.header("Sources")
if not told:
    st.info("No source has been loaded yet.")
else:
    pieces.sheet(
        ["Source", "Role", "Last load", "Age", "Limit", "Rows", "State"],
        [
            (
                words.system(row["source_system"]),
                words.role(row["role"] or ""),
                words.moment(local(row["last_loaded_at"]))
                if row["last_loaded_at"]
                else "never",
                words.age(row["age_hours"]) if row["last_loaded_at"] else "none",
                words.count(int(row["limit_hours"] or 24), "hour"),
                f"{row['n_rows'] or 0:,}",
                health.state(row),
            )
            for row in told
        ],
        numbers=(5,),
    )

suites = health.suites()
st.header("What the checks found")
if suites:
    pieces.sheet(
        ["Check", "Open findings", "Affects", "Clients", "At stake"],
        [
            (
                words.capital(row["suite"].replace("_", " ")),
                f"{row['n_findings']:,}",
                health.affects(row["fix_in"]),
                f"{row['n_clients']:,}",
                words.cents(row["money_at_stake"]),
            )
            for row in suites
        ],
        numbers=(1, 3, 4),
    )
    with st.container(key="links-findings"):
        filters.link("pages/where_to_fix.py", "Show the failing records")
else:
    pieces.paragraph("Nothing. Every check passed.", "fact")

agreement.draw_classes(shown.client)
if not shown.client:
    agreement.draw_edges()

rejected = health.rejected()
if rejected:
    st.header("Rows that could not be read")
    pieces.sheet(
        ["Source", "Table", "Reason", "Rows"],
        [
            (
                words.system(row["source_system"]),
                row["table_name"],
                row["reason"],
                f"{row['n_rows']:,}",
            )
            for row in rejected
        ],
        numbers=(3,),
    )

untold = health.gaps()
if untold:
    st.header("What your systems do not tell")
    pieces.sheet(
        ["Source", "About", "What is missing"],
        [
            (words.system(row["system"]), row["about"], row["what_is_missing"])
            for row in untold
        ],
    )

frame.advice(
    [("whoever runs the nights", "Run `make load` and read its log.") for _ in late[:1]]
    + [
        (
            words.owner(row["owner_role"]),
            f"Fix {words.count(row['n_findings'], 'thing')} in "
            f"{words.role(row['fix_in'])}.",
        )
        for row in fixes.acts()
    ]
)
frame.footer(
    QUESTION,
    "sources",
    records=told,
    sql=health.SUITES,
    filters_text="All clients, to date",
)
