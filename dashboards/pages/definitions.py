"""What does this number mean? Numbers, causes, words, and where each fact goes."""

import streamlit as st

from dashboards import facts, filters, frame, pieces, words
from dashboards.anchors import ANCHORS
from dashboards.warehouse import read

QUESTION = "What does this number mean?"
DRIVERS = """
select driver, label, driver_classes, owner_role, fix_in, action
from rules.drivers
order by position, driver
"""
shown = filters.current()
drivers = read(DRIVERS)
frame.answer(
    f"There are {len(ANCHORS)} numbers, and {len(drivers)} known causes "
    "for a difference between two of them."
)
frame.trust(shown)

st.header("The numbers")
pieces.sheet(
    ["Number", "Question it answers", "Owner"],
    [
        (anchor.label, anchor.question, words.capital(words.role(anchor.role)))
        for anchor in ANCHORS.values()
    ],
)
terms = facts.glossary()
if terms:
    st.header("One thing, several names")
    pieces.sheet(["We say", "Your systems say"], terms)

ways = facts.ways()
if ways:
    st.header("Where each fact begins and goes")
    pieces.paragraph(facts.sentence(ways), "fact")
    st.html(facts.drawn(ways))
    pieces.sheet(
        ["Fact", "Way", "Who acts", "Broken", "How"],
        [
            (
                f"{words.capital(row['entity'])}: {row['field'].replace('_', ' ')}",
                f"{words.role(row['owner_role'])} to {words.role(row['to_role'])}",
                words.capital(words.owner(row["responsible"])),
                f"{row['n_broken']:,}",
                row["explanation"],
            )
            for row in facts.broken()
        ],
        numbers=(3,),
    )

codes = facts.codes()
if codes:
    st.header("What codes count as")
    pieces.sheet(
        ["Code", "In", "Used", "Counted", "Counted as nothing yet"],
        [
            (
                words.capital(row["code_kind"].replace("_", " ")),
                words.system(row["source_system"]),
                f"{row['n_codes']:,}",
                f"{row['n_mapped']:,}",
                row["unmapped"] or "none",
            )
            for row in codes
        ],
        numbers=(2, 3),
    )

st.header("The causes")
pieces.sheet(
    ["Cause", "Status", "Who acts", "Where", "What to do"],
    [
        (
            row["label"],
            " or ".join(
                words.STATUS[kind] for kind in row["driver_classes"].split(",")
            ),
            words.capital(words.owner(row["owner_role"])),
            words.role(row["fix_in"] or "none"),
            row["action"] or "none",
        )
        for row in drivers
    ],
)
frame.footer(QUESTION, "definitions", records=drivers, sql=DRIVERS, filters_text="None")
