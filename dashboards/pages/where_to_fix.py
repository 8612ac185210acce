"""Where should this be fixed? What is wrong, in which system, and who acts."""

from decimal import Decimal

import streamlit as st

from dashboards import filters, fixes, frame, gaps, pieces, rows, words
from dashboards.freshness import built_at, local
from dashboards.record import whole_url

QUESTION = "Where should this be fixed?"
PAGE = "pages/where_to_fix.py"
ORDER = ("crm", "psa", "accounting", "hr", "none")
shown = filters.current()
currency = frame.firm()["reporting_currency"]
year = built_at().year
found = fixes.fixes(shown.client)
per_role = {role: [r for r in found if r["fix_in"] == role] for role in ORDER}
asked = st.query_params.get("system", "")
listed = per_role.get(asked, found) if asked else found

frame.answer(
    (f"{shown.client_name}: " if shown.client else "")
    + gaps.where_to_fix({role: len(rows) for role, rows in per_role.items()})
    if found
    else f"Nothing to fix. Last checked {words.moment(built_at())}."
)
frame.trust(shown)


def group(role: str) -> None:
    """Draw one system: how many things, how much money, since when."""
    of_role = per_role[role]
    pieces.paragraph(words.capital(words.role(role)), "label")
    pieces.paragraph(f"{len(of_role):,}", "figure")
    if not of_role:
        pieces.paragraph("Nothing to fix here.", "note")
        return
    stake = sum((row["money_at_stake"] for row in of_role), Decimal(0))
    pieces.paragraph(f"{currency} {words.whole(stake)} at stake", "fact")
    seen = [row["first_seen_at"] for row in of_role if row["first_seen_at"]]
    if seen:
        pieces.paragraph(f"Oldest since {words.day(local(min(seen)), year)}", "note")
    filters.link(PAGE, f"Only {words.role(role)}", system=role)


if found:
    groups = [role for role in ORDER if per_role[role] or role in ORDER[:3]]
    for place, role in zip(st.columns(len(groups), border=True), groups, strict=True):
        with place, st.container(key=f"links-group-{role}", gap="xsmall"):
            group(role)
    if asked:
        with st.container(key="links-all"):
            filters.link(PAGE, "Show all systems")
    st.header(f"In {words.role(asked)}" if asked in per_role else "Everything to fix")
    rows.rows(
        "fixes",
        "What is wrong",
        columns=[
            rows.Column(f"At stake ({currency})", 1.1, is_number=True),
            rows.Column("Fix in", 0.9),
            rows.Column("Who", 0.8, is_wide=True),
            rows.Column("Since", 0.8, is_wide=True),
        ],
        lines=[
            rows.Line(
                "pages/record.py",
                (row["record_id"] or row["suite"]).rsplit(":", 1)[-1],
                [
                    words.cents(row["money_at_stake"]),
                    words.role(row["fix_in"]),
                    words.owner(row["owner_role"]),
                    words.day(local(row["first_seen_at"]), year),
                ],
                {"record": row["record_id"] or ""},
                row["sentence"],
                whole_url(row["fix_url"]),
            )
            for row in listed
        ],
        total=[
            words.cents(sum((r["money_at_stake"] for r in listed), Decimal(0))),
            "",
            "",
            "",
        ],
        link_share=0.55,
    )
    pieces.paragraph(
        "Fixes are made in the system that owns the record. A fixed thing leaves this "
        "list when the next night has loaded it.",
        "quiet",
    )

frame.advice([(words.owner(row["owner_role"]), row["sentence"]) for row in found[:5]])
frame.footer(
    QUESTION,
    "fixes",
    records=listed,
    sql=frame.filled(fixes.FIXES, shown.client, shown.client),
    filters_text=shown.client_name or "All clients",
    total=("money_at_stake", sum((r["money_at_stake"] for r in listed), Decimal(0))),
)
