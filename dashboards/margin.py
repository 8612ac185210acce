"""What is left of the revenue of each project, and what cannot be shown of it."""

from collections.abc import Sequence
from decimal import Decimal

import streamlit as st

from dashboards import pieces, words
from dashboards.warehouse import Row, has, read

LOW = Decimal("0.2")
"""Below this share of revenue a margin is called low."""
MARGINS = """
select
    margins.project_id,
    coalesce(project_name, margins.project_id) as project_name,
    recognised_amount,
    margin_amount,
    margin_share,
    hidden_because,
    explanation
from marts.margins
left join marts.projects using (project_id)
where period = ?
    and ? in ('', margins.client_id)
    and margins.project_id != 'unassigned'
    and recognised_amount != 0
order by margin_amount is null, margin_amount, project_name, margins.project_id
"""
QUARTERS = """
select
    scope_kind, coalesce(client_name, 'The firm') as scope_name, quarter_end_date,
    recognised_amount, margin_amount, margin_share, hidden_because
from marts.client_margins
left join marts.clients using (client_id)
where ? in ('', scope_id)
    and quarter_end_date = (select max(quarter_end_date) from marts.client_margins)
order by scope_kind desc, margin_amount is null, recognised_amount desc, scope_id
"""
COLUMN = """
select 1 as is_there
from duckdb_columns()
where database_name = current_database()
    and schema_name = 'marts'
    and table_name = 'margins'
    and column_name = 'margin_amount'
"""
HIDDEN = {
    "fewer_than_three": "Hidden: fewer than 3 people",
    "would_tell_another": "Hidden: it would tell another",
    "cost_rate_missing": "A cost rate is missing",
}


def is_allowed() -> bool:
    """Say whether this audience's file holds margins.

    Analysts' does not: beside the hours of persons, margins would tell their cost.
    """
    return bool(read(COLUMN))


def margins(client: str, period: str) -> list[Row]:
    """Return the projects with revenue, the most money lost first, hidden ones last."""
    return read(MARGINS, period, client)


def total(found: Sequence[Row]) -> tuple[Decimal, Decimal]:
    """Return margin and revenue of the projects that are shown, added up."""
    shown = [row for row in found if row["margin_amount"] is not None]
    return (
        sum((row["margin_amount"] for row in shown), Decimal(0)),
        sum((row["recognised_amount"] for row in shown), Decimal(0)),
    )


def answer(name: str, when: str, found: Sequence[Row]) -> str:
    """Answer the page: the margin of what can be shown, and how many are low."""
    if not found:
        return f"{name}: no revenue was recognised {when}."
    margin, revenue = total(found)
    shown = [row for row in found if row["margin_share"] is not None]
    if not shown or not revenue:
        return f"{name}: no margin can be shown {when}."
    low = sum(1 for row in shown if row["margin_share"] < LOW)
    parts = [f"{name}: margin is {margin / revenue:.0%} {when}."]
    if low:
        verb = "is" if low == 1 else "are"
        parts.append(
            f"{words.capital(words.count(low, 'project'))} {verb} below {LOW:.0%}."
        )
    else:
        parts.append(f"No project is below {LOW:.0%}.")
    if hidden := len(found) - len(shown):
        verb = "is" if hidden == 1 else "are"
        parts.append(f"{words.capital(words.count(hidden, 'project'))} {verb} hidden.")
    return " ".join(parts)


def draw_quarter(client: str, currency: str) -> None:
    """Draw what each client left of the last quarter that has ended, and the firm."""
    found = read(QUARTERS, client) if has("marts.client_margins") else []
    if not found:
        return
    st.header(f"Each client, quarter to {words.day(found[0]['quarter_end_date'])}")
    pieces.sheet(
        [
            "Client",
            f"Recognised ({currency})",
            f"Margin ({currency})",
            "Share",
            "Why not",
        ],
        [
            (
                row["scope_name"],
                words.cents(row["recognised_amount"]),
                "–" if hidden else words.cents(row["margin_amount"]),
                "–" if hidden else f"{row['margin_share']:.0%}",
                HIDDEN[hidden] if hidden else "",
            )
            for row in found
            for hidden in [row["hidden_because"]]
        ],
        numbers=(1, 2, 3),
    )
    pieces.paragraph(
        "A client's people are more than a project's, so more can be shown: quarters "
        "that have ended, where no sum tells what one or two people cost.",
        "quiet",
    )
