"""Which number is correct? Sold, planned and actual side by side, and which to use."""

from decimal import Decimal

import streamlit as st

from dashboards import anchors, bridge, cards, filters, frame, rows, sentences, words
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
LAYERS = ("expected", "planned", shown.actual)


if not any(layer in amounts for layer in LAYERS):
    frame.answer(f"{shown.scope_name}: nothing is sold, planned or billed here.")
    frame.trust(shown)
    frame.empty(
        f"No signed deal, plan or invoice for {shown.scope_name} "
        f"{words.when(shown.period)}.",
        "client" if shown.client else "period",
    )
    st.stop()

frame.answer(
    sentences.which_number(
        shown.scope_name,
        currency=currency,
        amounts=amounts,
        steps=steps,
        actual=shown.actual,
        period=shown.period,
    )
)
frame.trust(shown)

for place, layer in zip(st.columns(3, border=True), LAYERS, strict=True):
    with place, st.container(key=f"links-card-{layer}", gap="xsmall"):
        cards.card(layer, amounts, steps)

with st.container(key="links-next", horizontal=True):
    filters.link("pages/why_different.py", "Why are these numbers different?")
    filters.link("pages/where_to_fix.py", "Where should this be fixed?")

kind = "project" if shown.client else "client"
columns = [f"{layer}_amount" for layer in LAYERS]
each = [] if shown.project else read(EACH, kind, shown.period, shown.client)


def total(column: str) -> Decimal:
    """Return the sum of a column."""
    return sum((row[column] or Decimal(0) for row in each), Decimal(0))


rest = {
    c: amounts.get(c.removesuffix("_amount"), Decimal(0)) - total(c) for c in columns
}
if each:
    st.header("Each project" if shown.client else "Each client")
    lines = [
        rows.Line(
            "pages/which_number.py",
            row["scope_name"] or row["scope_id"],
            ["none" if row[c] is None else words.cents(row[c]) for c in columns],
            {kind: row["scope_id"]},
        )
        for row in each
    ]
    if any(rest.values()):
        lines.append(
            rows.Line(
                "pages/why_different.py",
                f"Without a {kind}",
                [words.cents(rest[c]) for c in columns],
            )
        )
    rows.rows(
        "each",
        kind.capitalize(),
        columns=[
            rows.Column(f"Sold ({currency})", is_number=True),
            rows.Column("Planned", is_number=True),
            rows.Column(shown.actual.capitalize(), is_number=True),
        ],
        lines=lines,
        total=[words.cents(total(c) + rest[c]) for c in columns],
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
    sql=frame.filled(EACH, kind, shown.period, shown.client)
    if each
    else frame.filled(anchors.SQL, *shown.scope),
    filters_text=shown.described,
)
