"""Invoices with what settles them."""

from collections import defaultdict
from dataclasses import dataclass, field
from fractions import Fraction

from tests.oracle.cents import cents, in_cents
from tests.oracle.facts import Facts, Row
from tests.oracle.invoices import Line


@dataclass
class Document:
    """One invoice or credit note, and what settles it."""

    invoice: Row
    lines: list[Line]
    payments: list[Row] = field(default_factory=list)

    @property
    def rate(self) -> Fraction:
        return self.lines[0].rate


def documents(facts: Facts, lines: list[Line]) -> tuple[list[Document], list[Row]]:
    """Return invoices with their settlements, and payments that settle none."""
    by_invoice: dict[str, list[Line]] = defaultdict(list)
    for line in lines:
        by_invoice[line.invoice["invoice_id"]].append(line)
    found = {one: Document(own[0].invoice, own) for one, own in by_invoice.items()}
    loose = []
    for row in sorted(
        facts.table("accounting", "payments"),
        key=lambda row: (row["payment_date"], row["payment_id"]),
    ):
        if row["invoice_id"] in found:
            found[row["invoice_id"]].payments.append(row)
        else:
            loose.append(row)
    return list(found.values()), loose


def nets(document: Document) -> list[int]:
    """Return what each payment settles without tax, in cumulative rounding."""
    net = sum(line.net for line in document.lines)
    gross = sum(line.gross for line in document.lines)
    found, reached, before = [], 0, 0
    for row in document.payments:
        paid = in_cents(row["paid_amount"])
        if row["paid_tax_amount"] is not None:
            found.append(paid - in_cents(row["paid_tax_amount"]))
            continue
        reached += paid
        now = cents(Fraction(net * reached, gross)) if gross else reached
        found.append(now - before)
        before = now
    return found
