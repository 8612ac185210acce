"""What does this number mean? The ten numbers and the causes between them."""

import streamlit as st

from dashboards import filters, frame, pieces, words
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
