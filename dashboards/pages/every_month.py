"""Why are we reconciling this in a spreadsheet again? What comes back, and its end."""

from dataclasses import replace

import streamlit as st

from dashboards import export, filters, frame, pieces, recurring, rows, words
from dashboards import recurring_asked as asked

QUESTION = "Why are we reconciling this in a spreadsheet again?"
shown = replace(filters.current(), project="", project_name="")
firm = frame.firm()
found = recurring.recurring(shown)
frame.answer(recurring.answer(shown.scope_name, found))
frame.trust(shown)

st.header("What comes back")
if found:
    rows.rows(
        "recurring",
        "Cause",
        columns=[
            rows.Column("Months of six", 0.8, is_number=True),
            rows.Column("Records", 0.7, is_number=True, is_wide=True),
            rows.Column(f"Moved ({firm['reporting_currency']})", 1.1, is_number=True),
            rows.Column("Fix in", 0.9, is_wide=True),
        ],
        lines=[
            rows.Line(
                "pages/where_to_fix.py",
                row["label"],
                [
                    f"{row['n_months']}",
                    f"{row['n_records']:,}",
                    words.cents(row["moved_amount"]),
                    words.capital(words.role(row["fix_in"])),
                ],
                {"system": row["fix_in"]},
                row["action"],
            )
            for row in found
        ],
        link_share=0.45,
    )
    pieces.paragraph(
        "Moved: the sizes of the monthly steps, added up. Months may cancel out to "
        "date, and each one still had to be explained.",
        "quiet",
    )
else:
    pieces.paragraph("Nothing that needs a fix came back three times.", "fact")

st.header("The workbook, so that nobody builds it")
pieces.paragraph(
    "Numbers, steps and records of "
    f"{shown.client_name or 'every client'}, {words.when(shown.period)}. Records add "
    "up to steps, steps to the difference of two numbers.",
    "fact",
)
st.download_button(
    "Download the reconciliation (Excel)",
    recurring.reconciliation(shown, firm),
    export.file_name("reconciliation", firm, "xlsx"),
    export.EXCEL,
    key="download-reconciliation",
    on_click="ignore",
)

st.header("Files that are still loaded")
kept = recurring.files()
if kept:
    pieces.sheet(
        ["Whose data", "From", "Beside", "Rows of this night"],
        [
            (
                words.capital(words.role(row["role"])),
                words.system(row["system"]),
                words.system(row["beside"]) if row["beside"] else "Nothing else",
                "–" if row["n_rows"] is None else f"{row['n_rows']:,}",
            )
            for row in kept
        ],
        numbers=(3,),
    )
    pieces.paragraph(
        "Rows of files beside a system are counted with that system's.", "quiet"
    )
else:
    pieces.paragraph("Every system is read directly.", "fact")

shadows = recurring.shadows(shown.client)
if shadows:
    st.header("Lists that say something else than the systems")
    pieces.paragraph(recurring.shadow_sentence(shadows), "fact")
    pieces.sheet(
        ["What, and what to do", f"At stake ({firm['reporting_currency']})"],
        [(row["sentence"], words.cents(row["money_at_stake"])) for row in shadows[:25]],
        numbers=(1,),
    )

copied = recurring.fixes()
if copied:
    st.header("Edits that look like a copied list")
    pieces.sheet(
        ["When", "What", f"At stake ({firm['reporting_currency']})"],
        [
            (
                words.day(row["happened_at"].date()),
                row["sentence"],
                words.cents(row["money_at_stake"]),
            )
            for row in copied
        ],
        numbers=(2,),
    )

frame.advice([(row["owner_role"], f"{row['label']}. {row['action']}") for row in found])
scope = (shown.scope_kind, shown.scope_id)
frame.footer(
    QUESTION,
    "every_month",
    records=found,
    sql=frame.filled(asked.RECURRING, *scope, *scope),
    filters_text=shown.described,
)
