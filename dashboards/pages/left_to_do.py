"""What is sold but not yet delivered or billed? Signed work, unbilled work, cash."""

from dataclasses import replace

import streamlit as st

from dashboards import (
    backlog,
    backlog_asked,
    bridge,
    charts,
    drawing,
    filters,
    frame,
    pieces,
    rows,
    words,
)

QUESTION = "What is sold but not yet delivered or billed?"
PAGE = "pages/left_to_do.py"
# What is left is a state of this moment: the page knows no period and no project.
shown = replace(filters.current(), project="", project_name="", period="to_date")
currency = frame.firm()["reporting_currency"]
left = backlog.left(shown.client)
waiting, unpaid = backlog.waiting(shown), backlog.overdue(shown)
late = backlog.late(bridge.steps(shown))
frame.answer(backlog.answer(shown.scope_name, currency, left, waiting, unpaid))
frame.trust(shown)

st.header("Signed work that is left")
if left:
    drawing.draw(
        charts.columns({row["due"]: row["left_amount"] for row in left}, currency),
        alt="Signed work that is left, by quarter; the table below has every amount.",
        name="work_left_by_quarter",
    )
    pieces.sheet(
        ["When it is planned", f"Left ({currency})"],
        [
            *((row["due"], words.cents(row["left_amount"])) for row in left),
            ("Total", words.cents(backlog.total(left, "left_amount"))),
        ],
        numbers=(1,),
    )
    pieces.paragraph(
        "Planned and not delivered, and sold without a project yet. Due by now is work "
        "behind its plan, less work ahead of it.",
        "quiet",
    )
per_client = backlog.left_by_client(shown.client)
if per_client and not shown.client:
    rows.rows(
        "clients",
        "Client",
        columns=[rows.Column(f"Left ({currency})", is_number=True)],
        lines=[
            rows.Line(
                PAGE,
                row["client_name"] or row["client_id"],
                [words.cents(row["left_amount"])],
                {"client": row["client_id"]},
            )
            for row in per_client
        ],
        total=[words.cents(backlog.total(per_client, "left_amount"))],
        link_share=0.6,
    )

st.header("Done and not billed")
if waiting:
    pieces.sheet(
        ["Done", "To be approved", "In the next invoice run", "Missed an invoice run"],
        [
            *(
                (
                    backlog.AGES[row["n_months"]],
                    *(words.cents(row[c]) for c in backlog.WAITS),
                )
                for row in waiting
            ),
            ("Total", *(words.cents(backlog.total(waiting, c)) for c in backlog.WAITS)),
        ],
        numbers=(1, 2, 3),
    )
    with st.container(key="links-waiting"):
        for step in late:
            filters.link(
                "pages/records.py", step.label, step=step.key, period="to_date"
            )
else:
    pieces.paragraph("Everything that was done has been billed.", "fact")

st.header("Billed and past its due date")
if unpaid:
    rows.rows(
        "unpaid",
        "Invoice",
        columns=[
            rows.Column("Due", is_wide=True),
            rows.Column("Days late", is_number=True),
            rows.Column(f"Unpaid ({currency})", is_number=True),
        ],
        lines=[
            rows.Line(
                "pages/record.py",
                row["invoice_number"],
                [
                    words.day(row["due_date"]),
                    f"{row['n_days']:,}",
                    words.cents(row["overdue_amount"]),
                ],
                {"record": row["invoice_id"]},
            )
            for row in unpaid
        ],
        total=["", "", words.cents(backlog.total(unpaid, "overdue_amount"))],
    )
else:
    pieces.paragraph("No invoice is past its due date.", "fact")

st.header("Not signed yet")
offered = backlog.pipeline(shown.client)
if offered:
    pieces.paragraph("Kept apart: none of it is in a number above.", "fact")
    pieces.sheet(
        ["May close", "Deals", "Open", "By likelihood", "Currency"],
        [
            (
                row["due"],
                f"{row['n_deals']:,}",
                *(words.cents(row[c]) for c in ("open_amount", "weighted_amount")),
                row["currency_code"],
            )
            for row in offered
        ],
        numbers=(1, 2, 3),
    )
else:
    pieces.paragraph("No deal is open.", "fact")

frame.advice([(step.owner_role, step.advice) for step in late])
frame.footer(
    QUESTION,
    "left_to_do",
    records=left,
    sql=frame.filled(backlog_asked.LEFT, shown.client),
    filters_text=shown.scope_name,
    total=("left_amount", backlog.total(left, "left_amount")),
)
