"""What do we know about this record? One record, everything tied to it, its source."""

import streamlit as st

from dashboards import filters, frame, kin, pieces, record, rows, words

QUESTION = "What do we know about this record?"
shown = filters.current()
key = st.query_params.get("record", "")
system, kind, name = record.split(key)
found = record.values(key)
feeds = record.feeds(key)
said = record.findings(key)
link = record.url(key, found)
currency = frame.firm()["reporting_currency"]

if not (found or feeds or said):
    frame.answer(f"We know no record called {key}." if key else "No record was chosen.")
    frame.trust(shown)
    frame.empty("Type part of its name into the search box, or choose a step.")
    with st.container(key="links-back"):
        filters.link("pages/why_different.py", "Why are these numbers different?")
    st.stop()

title = next(
    (str(found[c]) for c in found if c.endswith(("_name", "_number")) and found[c]), ""
)
named = f"{name} ({title})" if title and title != name else name
use = (
    f"It feeds {words.count(len(feeds), 'step')}."
    if feeds
    else "It changes no number of the bridge."
)
fix = f" {words.capital(words.count(len(said), 'thing'))} to fix." if said else ""
frame.answer(
    f"{words.capital(words.kind(kind))} {named} in {words.system(system)}. {use}{fix}"
)
frame.trust(shown)
if link:
    st.link_button(f"Open in {words.system(system)}", link)

if said:
    st.header("What is wrong")
    for row in said:
        pieces.paragraph(row["sentence"], "fact")

if feeds:
    st.header("Steps it feeds, to date")
    rows.rows(
        "feeds",
        "Step",
        columns=[
            rows.Column("Client", 1.3),
            rows.Column("Status", is_wide=True),
            rows.Column(f"Amount ({currency})", is_number=True),
        ],
        lines=[
            rows.Line(
                "pages/records.py",
                row["label"],
                [
                    row["client_name"],
                    pieces.status(row["driver_class"]),
                    words.signed(row["evidence_amount"]),
                ],
                {
                    "client": row["scope_id"],
                    "project": "",
                    "period": "to_date",
                    "step": f"{row['segment']}.{row['driver']}.{row['driver_class']}",
                },
            )
            for row in feeds
        ],
    )

if not found:
    pieces.paragraph(
        "Its values are kept in the source system only. Open it there.", "fact"
    )
if found:
    st.header("Current values")
    pieces.sheet(
        ["Field", "Value"],
        [
            (column.replace("_", " "), record.shown_value(value))
            for column, value in found.items()
            if value is not None and column not in record.LINEAGE
        ],
    )

tied = kin.linked(key, found)
if tied:
    st.header("Tied to it in all systems")
    rows.rows(
        "linked",
        "Record",
        columns=[rows.Column("System"), rows.Column("Kind")],
        lines=[
            rows.Line(
                "pages/record.py",
                record.split(other)[2],
                [
                    words.system(record.split(other)[0]),
                    words.kind(record.split(other)[1]),
                ],
                {"record": other},
            )
            for other in tied
        ],
    )

acts = [(words.owner(row["owner_role"]), row["sentence"]) for row in said] or [
    (words.owner(row["owner_role"]), f"{row['label']}. {row['action']}")
    for row in feeds
    if row["driver_class"] in "FU"
]
frame.advice(acts)
frame.footer(
    QUESTION,
    "record",
    records=[found] if found else feeds,
    sql=frame.filled(record.FEEDS, key),
    filters_text=f"Record {key}",
)
