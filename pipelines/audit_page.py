"""An audit as one page that needs nothing else: no script, no picture, no address."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from html import escape
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pipelines.audit import Audit, Listed

SHOWN = 50
"""Rows of each question on the page; the workbook holds all."""

LOOK = """
body { font: 16px/1.5 system-ui, sans-serif; max-width: 72rem; margin: 2rem auto;
    padding: 0 1rem; color: #1a1a1a; background: #fff; }
table { border-collapse: collapse; width: 100%; margin: 1rem 0; }
th, td { text-align: left; vertical-align: top; padding: 0.3rem 0.8rem 0.3rem 0;
    border-bottom: 1px solid #ccc; }
.number { text-align: right; font-variant-numeric: tabular-nums; }
"""


def page(audit: Audit) -> str:
    """Return the page: a summary first, then the items of each question."""
    title = f"Quarterly audit of {audit.firm_name}"
    since = (
        f"Changes are since the audit of {audit.compared_with}."
        if audit.compared_with
        else "There is no earlier audit to compare with."
    )
    return "\n".join(
        [
            '<!doctype html><html lang="en"><head><meta charset="utf-8">',
            '<meta name="viewport" content="width=device-width, initial-scale=1">',
            f"<title>{escape(title)}</title><style>{LOOK}</style></head><body><main>",
            f"<h1>{escape(title)}</h1>",
            f"<p>As of {audit.as_of}, in {escape(audit.currency_code)}. {since} "
            "Nothing here was corrected: each item is corrected in the system that "
            "owns it.</p>",
            *_summary(audit),
            *(line for one in audit.sections for line in _section(one)),
            "</main></body></html>",
        ]
    )


def _summary(audit: Audit) -> Iterator[str]:
    yield '<table><thead><tr><th scope="col">Question</th>'
    for name in ("Items", "Amount at stake", "Last audit", "New", "Gone"):
        yield f'<th scope="col" class="number">{name}</th>'
    yield "</tr></thead><tbody>"
    for one in audit.sections:
        compared = one.n_before is not None
        yield (
            f'<tr><th scope="row"><a href="#{one.section.name}">'
            f"{escape(one.section.title)}</a></th>"
            + _number(len(one.rows))
            + _number(one.amount)
            + _number(one.n_before)
            + _number(one.n_new if compared else None)
            + _number(one.n_gone if compared else None)
            + "</tr>"
        )
    yield "</tbody></table>"


def _section(one: Listed) -> Iterator[str]:
    yield f'<h2 id="{one.section.name}">{escape(one.section.title)}</h2>'
    if not one.rows:
        yield "<p>None.</p>"
        return
    sentence, amount = (
        one.columns.index(name) for name in ("sentence", "amount_at_stake")
    )
    yield '<table><thead><tr><th scope="col">What, and what to do</th>'
    yield '<th scope="col" class="number">Amount at stake</th>'
    yield '<th scope="col">Since the last audit</th></tr></thead><tbody>'
    for row in one.rows[:SHOWN]:
        yield (
            f"<tr><td>{escape(_said(row[sentence]))}</td>{_number(row[amount])}"
            f"<td>{escape(row[-1])}</td></tr>"
        )
    yield "</tbody></table>"
    if len(one.rows) > SHOWN:
        yield f"<p>The workbook lists all {len(one.rows)} of them.</p>"


def _number(value: Decimal | int | None) -> str:
    said = "" if value is None else f"{value:,}"
    return f'<td class="number">{said}</td>'


def _said(value: Any) -> str:
    return value.isoformat() if isinstance(value, date) else str(value or "")
