"""From billed to paid, side by side with what is open."""

from collections import defaultdict
from datetime import date, timedelta
from fractions import Fraction

from tests.oracle.cents import cents, in_cents, parts
from tests.oracle.days import Days
from tests.oracle.documents import Document, nets
from tests.oracle.facts import Facts, Row
from tests.oracle.shares import Shares
from tests.oracle.sums import Book, Leaf

SEGMENT = "billed_to_paid"


def settle(
    book: Book, days: Days, shares: Shares, document: Document, months: list[str]
) -> None:
    """Book one invoice's payments and what is open, month by month."""
    before: dict[tuple[Leaf, str, str], int] = {}
    issued = document.invoice["invoice_date"]
    due = document.invoice["due_date"] or issued
    moments = [issued, due, due + timedelta(days=1)]
    moments += [row["payment_date"] for row in document.payments]
    for month in sorted({days.month(moment) for moment in moments} & set(months)):
        day = min(days.month_end(month), days.as_of)
        now = settled(days, shares, document, day)
        for key in {*now, *before}:
            leaf, driver, kind = key
            amount = now.get(key, 0) - before.get(key, 0)
            if not amount:
                continue
            if driver == "paid":
                book.anchor(leaf, "paid", month, amount)
            else:
                book.step(leaf, (SEGMENT, driver, kind), month, amount)
        before = now


def settled(
    days: Days, shares: Shares, document: Document, day: date
) -> dict[tuple[Leaf, str, str], int]:
    """Return what is paid and every step to it, as of ``day``."""
    invoice = document.invoice
    found: dict[tuple[Leaf, str, str], int] = defaultdict(int)
    whole: dict[Leaf, int] = defaultdict(int)
    open_: dict[Leaf, int] = defaultdict(int)
    for line in document.lines:
        for leaf, part in shares[line.id]:
            whole[leaf] += part
            open_[leaf] += part if line.day <= day else 0
    leaves = sorted(whole, key=lambda leaf: place(days.facts, leaf))
    weights = [whole[leaf] if sum(whole.values()) else 1 for leaf in leaves]
    reached = 0
    for row, net in zip(document.payments, nets(document), strict=True):
        before, now = (
            cents(reached * document.rate),
            cents((reached + net) * document.rate),
        )
        reached += net
        if row["payment_date"] > day:
            continue
        money = cents(net * paid_rate(days.facts, row, document))
        for leaf, high, low, paid, due in zip(
            leaves,
            *(parts(total, weights) for total in (now, before, money, now - before)),
            strict=True,
        ):
            open_[leaf] -= high - low
            if row["kind"] not in (None, "cash"):
                found[leaf, row["kind"], "L"] -= high - low
                continue
            found[leaf, "paid", ""] += high - low + paid - due
            found[leaf, "fx_realised", "L"] += paid - due
    is_late = day > (invoice["due_date"] or invoice["invoice_date"])
    total = sum(open_.values())
    step = ("overdue", "F") if is_late else ("not_due", "T")
    if total * sum(line.net for line in document.lines) < 0:
        step = ("unapplied_or_overpaid", "F")
    for leaf, amount in open_.items():
        found[leaf, *step] -= amount
    return found


def place(facts: Facts, leaf: Leaf) -> tuple[str, str, str]:
    """Return the place of a leaf among those that share an invoice."""
    return leaf.deal, facts.rank.get(leaf.project, leaf.project), leaf.client


def paid_rate(facts: Facts, row: Row, document: Document) -> Fraction:
    if row["exchange_rate"] is not None:
        return Fraction(row["exchange_rate"])
    currency = document.invoice["currency_code"]
    return facts.rate("accounting", currency, row["payment_date"]) or document.rate


def unapplied(book: Book, days: Days, rows: list[Row]) -> None:
    """Book money that settles no invoice that counts."""
    facts = days.facts
    for row in rows:
        if row["payment_date"] > days.as_of or (row["kind"] or "cash") != "cash":
            continue
        customer = row["customer_id"]
        for behind in facts.of(
            "accounting", "invoices", "invoice_id", row["invoice_id"]
        ):
            customer = customer or behind["customer_id"]
        leaf = Leaf(facts.client("accounting", customer))
        net = in_cents(row["paid_amount"]) - in_cents(row["paid_tax_amount"])
        rate = row["exchange_rate"] or facts.rate(
            "accounting", row["currency_code"], row["payment_date"]
        )
        amount = cents(net * Fraction(rate or 1))
        month = days.month(row["payment_date"])
        book.anchor(leaf, "paid", month, amount)
        book.step(leaf, (SEGMENT, "unapplied_or_overpaid", "F"), month, amount)
