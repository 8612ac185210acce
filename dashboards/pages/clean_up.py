"""What should each system clean up? What to merge, write and correct, in order."""

from decimal import Decimal

import streamlit as st

from dashboards import cleaning, filters, frame, pieces, rows, words

QUESTION = "What should each system clean up?"
PAGE = "pages/clean_up.py"
shown = filters.current()
currency = frame.firm()["reporting_currency"]
asked = st.query_params.get("system", "")
if asked not in ("", *words.ROLES):
    st.warning(words.plain(f"We know no system called {asked}. Showing all."))
    asked = ""
found = cleaning.tasks(shown.client, asked)
frame.answer(cleaning.answer(shown.client_name or "The firm", found))
frame.trust(shown)

roles = [role for role in words.ROLES if any(row["role"] == role for row in found)]
with st.container(key="links-systems", horizontal=True):
    for role in roles if not asked else []:
        filters.link(PAGE, f"Only {words.role(role)}", system=role)
    if asked:
        filters.link(PAGE, "Show all systems", system="")

if found:
    st.header("In this order: merge, write ids, correct")
    rows.rows(
        "tasks",
        "Record",
        columns=[
            rows.Column("In", 0.8),
            rows.Column("What", 0.9),
            rows.Column("Who", 0.8, is_wide=True),
            rows.Column(f"At stake ({currency})", 1.1, is_number=True),
        ],
        lines=[
            rows.Line(
                "pages/record.py",
                row["record_id"].rsplit(":", 1)[-1],
                [
                    words.role(row["role"]),
                    cleaning.KINDS[row["task_kind"]],
                    words.owner(row["owner_role"]),
                    words.cents(row["money_at_stake"]),
                ],
                {"record": row["record_id"]},
                row["sentence"],
            )
            for row in found
        ],
        link_share=0.5,
    )

broken = cleaning.repairs()
if broken and not shown.client:
    st.header("What to repair, so that it stays clean")
    pieces.sheet(
        ["Order", "Repair", "Who", "Broken", f"At stake ({currency})", "Done by day"],
        [
            (
                str(row["position"]),
                row["label"],
                words.capital(words.owner(row["owner_role"])),
                f"{row['n_broken']:,}",
                words.cents(row["money_at_stake"]),
                str(row["done_day_number"]),
            )
            for row in broken
        ],
        numbers=(0, 3, 4, 5),
    )
    pieces.paragraph(
        "Days are working days of one person who repairs in this order.", "quiet"
    )

frame.advice([(words.owner(row["owner_role"]), row["sentence"]) for row in found[:5]])
frame.footer(
    QUESTION,
    "clean_up",
    records=found,
    sql=frame.filled(cleaning.TASKS, shown.client, asked),
    filters_text=shown.client_name or "All clients",
    total=("money_at_stake", sum((r["money_at_stake"] for r in found), Decimal(0))),
)
