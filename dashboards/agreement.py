"""What of all disagreement is explained, and which edge cases the firm has."""

from decimal import Decimal

import streamlit as st

from dashboards import pieces, words
from dashboards.warehouse import Row, has, read

CLASSES = """
select
    disagreement_class, is_problem, count(*) as n_disagreements,
    coalesce(sum(abs(difference_amount)), 0) as differing_amount
from marts.disagreements
where ? in ('', client_id)
group by all
order by differing_amount desc, disagreement_class
"""
EDGES = """
select label, policy, n_records, moved_amount, has_policy
from marts.edge_cases_seen
where is_seen
order by has_policy, n_records desc, label
"""
LEAST, MOST = Decimal("0.1"), Decimal("99.9")
NAMES = {
    "by_design": "Another question is answered",
    "timing": "Early or late, within the limit",
    "rule_broken": "A rule was broken",
    "data_error": "A record is wrong",
    "unexplained": "Nobody can say why",
}
"""How a class of disagreement is told."""


def classes(client: str) -> list[Row]:
    """Return how many disagreements there are of each class, and their money."""
    return read(CLASSES, client) if has("marts.disagreements") else []


def sentence(told: list[Row]) -> str:
    """Say which share of the money that differs is explained, never which is equal."""
    whole = sum(row["differing_amount"] for row in told)
    unknown = sum(
        row["differing_amount"]
        for row in told
        if row["disagreement_class"] == "unexplained"
    )
    wrong = sum(row["differing_amount"] for row in told if row["is_problem"])
    if not whole:
        return "No money differs between the systems."
    share = _percent((whole - unknown) / whole)
    return (
        f"{share} of the money that differs is explained. "
        f"{_percent(wrong / whole)} of it needs a hand; the rest is as it should be."
    )


def _percent(share: Decimal) -> str:
    """Write a share of one; almost everything is not all, and a little not nothing."""
    tenths = share * 100
    if 0 < share < 1:
        tenths = min(max(tenths, LEAST), MOST)
    return f"{tenths:.1f}".removesuffix(".0") + " %"


def edges() -> list[Row]:
    """Return the edge cases that occur here, those without a policy first."""
    return read(EDGES) if has("marts.edge_cases_seen") else []


def policies(told: list[Row]) -> str:
    """Say how many edge cases occur, and for how many of them nothing is decided."""
    n_open = sum(1 for row in told if not row["has_policy"])
    seen = words.count(len(told), "edge case occurs", "edge cases occur")
    if not n_open:
        return f"{words.capital(seen)} here. There is a policy for each."
    return f"{words.capital(seen)} here. Decide what happens for {n_open} of them."


def draw_classes(client: str) -> None:
    """Draw why numbers and copies differ, and how much of the money is explained."""
    told = classes(client)
    if not told:
        return
    st.header("Where systems disagree")
    pieces.paragraph(sentence(told), "fact")
    pieces.sheet(
        ["Because", "Disagreements", "Money that differs"],
        [
            (
                NAMES[row["disagreement_class"]],
                f"{row['n_disagreements']:,}",
                words.cents(row["differing_amount"]),
            )
            for row in told
        ],
        numbers=(1, 2),
    )


def draw_edges() -> None:
    """Draw the edge cases that occur here, each with its policy."""
    told = edges()
    if not told:
        return
    st.header("Edge cases, and what we do then")
    pieces.paragraph(policies(told), "fact")
    pieces.sheet(
        ["Case", "Records", "What we do"],
        [
            (
                row["label"],
                f"{row['n_records']:,}",
                row["policy"] or pieces.state("Nothing is decided", "U"),
            )
            for row in told
        ],
        numbers=(1,),
    )
