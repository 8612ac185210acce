"""Do we have the people for the work? Hours, days off, overload and skills."""

import streamlit as st

from dashboards import filters, frame, pieces, rows, staffing, staffing_asked, words
from dashboards.choices import choice

QUESTION = "Do we have the people for the work?"
shown = filters.current()


def stop(sentence: str, advice: str) -> None:
    """Answer with why no hours can be shown, and end the page."""
    frame.answer(sentence)
    frame.trust(shown)
    frame.empty(advice)
    frame.footer(QUESTION, "people", records=[], sql="", filters_text="All people")
    st.stop()


if not staffing.is_allowed():
    stop(
        "This page is for those who plan the work.",
        "The file you read holds no person's hours. Ask an analyst for theirs.",
    )
months = staffing.months()
if not months:
    stop(
        "HR has no contract that runs beyond today.",
        "Load employees and their contracts from HR, then come back.",
    )
asked = st.query_params.get("month", "")
if asked and asked not in months:
    st.warning(words.plain(f"We know no month {asked} ahead. Showing the next one."))
month = asked if asked in months else months[0]
off, over = staffing.conflicts(month), staffing.overloaded(month)
frame.answer(staffing.answer(month, off, over))
frame.trust(shown)
choice("month", "Month", month, {key: words.period(key) for key in months})

st.header("Booked on days off")
if off:
    rows.rows(
        "conflicts",
        "Who",
        columns=[
            rows.Column("When", 1.2),
            rows.Column("Why", 1.4, is_wide=True),
            rows.Column("Hours", 0.6, is_number=True),
        ],
        lines=[
            rows.Line(
                "pages/record.py",
                row["person_name"],
                [
                    staffing.days(row["first_date"], row["last_date"]),
                    staffing.KINDS[row["conflict_kind"]],
                    staffing.hours(row["conflict_hours"]),
                ],
                {"record": row["project_record_id"]},
                f"On {row['project_name']}"
                + (
                    f" and {words.count(row['n_projects'] - 1, 'other project')}."
                    if row["n_projects"] > 1
                    else "."
                ),
            )
            for row in off
        ],
        link_share=0.45,
    )
else:
    pieces.paragraph("Nobody is booked on a day off.", "fact")

st.header("Hours by role")
per_role = staffing.roles(month)
columns = ("capacity_hours", "allocated_hours", "soft_hours", "free_hours")
pieces.sheet(
    ["Role", "People", "Hours there are", "Booked", "Tentative", "Free"],
    [
        (
            words.capital(row["role"] or "no role"),
            f"{row['n_people']:,}",
            *(staffing.hours(row[column]) for column in columns),
        )
        for row in per_role
    ],
    numbers=(1, 2, 3, 4, 5),
)
pieces.paragraph(
    "Hours there are: by contract, less holidays and approved time off. Free: the "
    "hours of each person that are not booked; one person's overload fills no other's.",
    "quiet",
)

for title, found, nobody in (
    ("More work than hours", over, "Nobody is booked beyond their hours."),
    ("Nothing booked", staffing.unbooked(month), "Everybody has work booked."),
):
    st.header(title)
    if found:
        pieces.sheet(
            ["Who", "Role", "Hours there are", "Booked"],
            [
                (
                    row["person_name"],
                    words.capital(row["role"] or ""),
                    staffing.hours(row["capacity_hours"]),
                    staffing.hours(row["allocated_hours"]),
                )
                for row in found
            ],
            numbers=(2, 3),
        )
    else:
        pieces.paragraph(nobody, "fact")

st.header("Skills")
lacking = staffing.skills(month)
if lacking:
    pieces.sheet(
        ["Skill", "Needed", "Free", "Missing", "People", "Certificates that end"],
        [
            (
                row["skill"],
                *(
                    staffing.hours(row[column])
                    for column in ("required_hours", "free_hours", "gap_hours")
                ),
                f"{row['n_holders']:,}",
                f"{row['n_expiring_holders']:,}",
            )
            for row in lacking
        ],
        numbers=(1, 2, 3, 4, 5),
    )
else:
    pieces.paragraph("Every skill that is needed has free hours.", "fact")

frame.advice(
    [("delivery", "Move or reassign the work booked on days off.")] * bool(off)
    + [("delivery", "Spread the work of those who have too much.")] * bool(over)
)
frame.footer(
    QUESTION,
    "people",
    records=off,
    sql=frame.filled(staffing_asked.CONFLICTS, month),
    filters_text=words.period(month),
)
