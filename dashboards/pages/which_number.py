"""Which number is correct? Sold, planned and actual side by side, and which to use."""

from decimal import Decimal
from html import escape

import streamlit as st

from dashboards import anchors, bridge, filters, frame, pieces, rows, sentences, words
from dashboards.freshness import stale_sentences
from dashboards.warehouse import read

EACH = """
select
    revenue_anchors.scope_id,
    coalesce(clients.client_name, projects.project_name) as scope_name,
    max(anchor_amount) filter (where anchor = 'expected') as expected_amount,
    max(anchor_amount) filter (where anchor = 'planned') as planned_amount,
    max(anchor_amount) filter (where anchor = 'billed') as billed_amount,
    max(anchor_amount) filter (where anchor = 'recognised') as recognised_amount
from marts.revenue_anchors
left join marts.clients
    on revenue_anchors.scope_kind = 'client'
    and revenue_anchors.scope_id = clients.client_id
left join marts.projects
    on revenue_anchors.scope_kind = 'project'
    and revenue_anchors.scope_id = projects.project_id
where revenue_anchors.scope_kind = ?
    and revenue_anchors.period = ?
    and ? in ('', projects.client_id)
group by all
order by abs(coalesce(expected_amount, planned_amount, billed_amount, 0)) desc, scope_id
"""

shown = filters.current()
amounts = anchors.anchors(*shown.scope)
steps = bridge.steps(shown)
currency = frame.firm()["reporting_currency"]
CARDS = ("expected", "planned", shown.actual)


def card(layer: str) -> None:
    """Draw one number: what it answers, whose it is, and what its system shows."""
    anchor = anchors.ANCHORS[layer]
    pieces.paragraph(anchor.label, "label")
    if layer not in amounts:
        pieces.paragraph("No number", "figure")
        pieces.paragraph(f"Nothing is {anchor.label.lower()} here.", "note")
        return
    st.html(
        f'<p class="figure">{words.cents(amounts[layer])} '
        f"<small>{escape(currency)}</small></p>"
    )
    pieces.paragraph(anchor.question, "fact")
    pieces.paragraph(f"Owner: {words.role(anchor.role)}", "note")
    verdict(layer)
    for sentence in stale_sentences(anchor.role):
        pieces.paragraph(sentence, "note status-U")


def verdict(layer: str) -> None:
    """Say whether the system itself shows this number, and what needs a hand."""
    clean = "billed" if layer == "recognised" else layer
    reported = amounts.get(anchors.REPORTED[clean])
    found = sentences.faults(clean, steps)
    if found and reported is not None and reported != amounts[clean]:
        st.html(
            f'<p class="fact">{sentences.SHOWS[clean]} shows <s>'
            f"{words.cents(reported)}</s></p>"
        )
    segments = {sentences.CLEANED[clean], *sentences.LEADS[clean]}
    near = [step for step in steps if step.segment in segments]
    fixes = sum(1 for s in near if s.driver_class == "F" and s.needs_a_hand)
    asks = sum(1 for step in near if step.driver_class == "U")
    told = []
    if not found:
        told.append(pieces.state("Correct", "ok"))
    if fixes:
        told.append(pieces.state(f"Fix needed ({fixes})", "F"))
    if asks:
        told.append(pieces.state(f"No reason on file ({asks})", "U"))
    st.html(f'<p class="fact">{" · ".join(told)}</p>')


if not any(layer in amounts for layer in CARDS):
    frame.answer(f"{shown.scope_name}: nothing is sold, planned or billed here.")
    frame.trust(shown)
    frame.empty(
        f"No signed deal, plan or invoice for {shown.scope_name} in "
        f"{words.period(shown.period).lower()}.",
        "client" if shown.client else "period",
    )
    st.stop()

frame.answer(
    sentences.which_number(shown.scope_name, currency, amounts, steps, shown.actual)
)
frame.trust(shown)

for place, layer in zip(st.columns(3, border=True), CARDS, strict=True):
    with place, st.container(key=f"links-card-{layer}", gap="xsmall"):
        card(layer)
        if layer in amounts:
            start = "planned" if layer == "expected" else "expected"
            pair = (
                {"from": anchors.REPORTED["expected"], "to": "expected"}
                if layer == "expected"
                else {"from": start, "to": layer}
            )
            filters.link(
                "pages/why_different.py",
                f"Why this {anchors.ANCHORS[layer].label.lower()} number?",
                **pair,
            )

with st.container(key="links-next", horizontal=True):
    filters.link("pages/why_different.py", "Why are these numbers different?")
    filters.link("pages/where_to_fix.py", "Where should this be fixed?")

kind = "project" if shown.client else "client"
each = [] if shown.project else read(EACH, kind, shown.period, shown.client)
actual_column = f"{shown.actual}_amount"
if each:
    st.header("Each project" if shown.client else "Each client")


def cell(amount: Decimal | None) -> str:
    """Write an amount, or say in words that there is none."""
    return "none" if amount is None else words.cents(amount)


def total(column: str) -> str:
    """Write the sum of a column."""
    return words.cents(sum((row[column] or Decimal(0) for row in each), Decimal(0)))


if each:
    rows.rows(
        "each",
        "Project" if shown.client else "Client",
        columns=[
            rows.Column(f"Sold ({currency})", is_number=True),
            rows.Column("Planned", is_number=True),
            rows.Column(shown.actual.capitalize(), is_number=True),
        ],
        lines=[
            rows.Line(
                "pages/which_number.py",
                row["scope_name"] or f"Not given to a {kind} ({row['scope_id']})",
                [
                    cell(row[c])
                    for c in ("expected_amount", "planned_amount", actual_column)
                ],
                {kind: row["scope_id"]},
            )
            for row in each
        ],
        total=[total(c) for c in ("expected_amount", "planned_amount", actual_column)],
    )

frame.advice(
    [
        (step.owner_role, step.advice)
        for step in sorted(steps, key=lambda step: -abs(step.amount))
        if step.needs_a_hand
    ][:5]
)
frame.footer(
    "Which number is correct?",
    "which_number",
    records=each
    or [{"anchor": name, "anchor_amount": amount} for name, amount in amounts.items()],
    sql=EACH if each else "select * from marts.revenue_anchors",
    filters_text=f"{shown.scope_name}, {words.period(shown.period)}",
)
