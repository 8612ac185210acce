"""Invoices as exported, the ledger, and payments."""

from fractions import Fraction

from tests.oracle.cents import cents, in_cents, parts
from tests.oracle.days import Days
from tests.oracle.facts import Row, grouped
from tests.oracle.invoices import Line
from tests.oracle.sums import UNASSIGNED, Book, Leaf, Leg

Legs = dict[str, list[Leg]]

SEGMENT = "billed_to_recognised"


def line_legs(legs: Legs, line: Line, client: str | None = None) -> list[Leg]:
    """Return the leaves of a line; ``client`` says under whom it is filed instead."""
    own = legs.get(line.project or "")
    if not own:
        return [Leg(Leaf(client or line.customer), Fraction(1), Fraction(1))]
    if client is None:
        return own
    return [
        Leg(Leaf(client, leg.leaf.project, leg.leaf.deal), leg.weight, leg.rate)
        for leg in own
    ]


def export(book: Book, days: Days, legs: Legs, line: Line, net: list[int]) -> None:
    """Book an invoice line as exported, and the steps to what was billed.

    ``net`` is what of it each leg is billed.
    """
    month, segment = days.month(line.day), "accounting_to_billed"
    filed = line_legs(legs, line, line.customer)
    tax = cents(line.gross * line.rate) - cents(line.net * line.rate)
    taxes = parts(tax, [leg.weight for leg in filed])
    for n, leg in enumerate(filed):
        bare = net[n]
        book.anchor(leg.leaf, "accounting_reported", month, bare + taxes[n])
        book.step(leg.leaf, (segment, "tax", "L"), month, -taxes[n])
        if line.status != "billed":
            kind = "L" if line.status == "not_revenue" else "F"
            book.step(leg.leaf, (segment, line.status, kind), month, -bare)
            continue
        right = line_legs(legs, line)[n]
        if right.leaf != leg.leaf:
            pair = frozenset({right.leaf.client, leg.leaf.client})
            driver, kind = "wrong_client_link", "F"
            if pair in days.facts.related:
                driver, kind = "client_legal_succession", "L"
            book.step(leg.leaf, (segment, driver, kind), month, -bare)
            book.step(right.leaf, (segment, driver, kind), month, bare)


def unlinked(book: Book, days: Days, lines: list[Line], resale: set[str]) -> None:
    """Book what was billed without a project."""
    for line in lines:
        leaf, month = Leaf(line.customer), days.month(line.day)
        amount = cents(line.net * line.rate)
        book.anchor(leaf, "billed", month, amount)
        driver, kind = "unlinked_invoice", "L" if line.customer in resale else "F"
        if line.row["is_project_work"] is False:
            driver, kind = "outside_delivery_scope", "L"
        elif line.kind == "credit_note":
            driver, kind = "credit_note", "L" if line.invoice["reason"] else "U"
        elif line.kind == "expense":
            driver, kind = "expenses_rebilled", "L"
        book.step(leaf, ("delivered_to_billed", driver, kind), month, amount)


KINDS = {
    "catch_up": ("progress_catch_up", "L"),
    "pass_through": ("agent_net", "L"),
    "variable": ("variable_consideration", "L"),
    "accrual": ("unbilled_accrued", "T"),
}


def recognise(
    book: Book, days: Days, legs: Legs, lines: list[Line], kept: dict[str, str]
) -> None:
    """Book revenue postings; without any journal, billed is recognised."""
    facts = days.facts
    rows = [
        row
        for row in facts.table("accounting", "journal_lines")
        if row["posting_date"] <= days.as_of
    ]
    if not rows:
        for (leaf, anchor, month), amount in list(book.anchors.items()):
            if anchor == "billed":
                book.anchor(leaf, "recognised", month, amount)
        return
    kinds = {
        row["account_code"]: row["account_kind"]
        for row in facts.table("accounting", "accounts")
    }
    of_invoice = grouped(
        ({"line": line, "id": line.invoice["invoice_id"]} for line in lines), "id"
    )
    for row in rows:
        account = kinds.get(row["account_code"])
        is_held = account == "deferred_revenue" and row["kind"] == "invoice"
        if (account != "revenue" or row["kind"] == "tax") and not is_held:
            continue
        amount = in_cents(row["net_credit_amount"])
        month = days.month(row["posting_date"])
        named = row["psa_project_id"] or facts.books_projects.get(
            row["project_ref"] or ""
        )
        behind = [one["line"] for one in of_invoice.get(row["source_id"], [])]
        own = legs.get(kept.get(named or "", ""))
        if not own:
            client = behind[0].customer if behind else UNASSIGNED
            own = [Leg(Leaf(client), Fraction(1), Fraction(1))]
        for leg, part in zip(
            own, parts(amount, [leg.weight for leg in own]), strict=True
        ):
            if is_held:
                book.step(leg.leaf, (SEGMENT, "deferred", "T"), month, -part)
                continue
            book.anchor(leg.leaf, "recognised", month, part)
            step = step_of(row, behind)
            if step:
                book.step(leg.leaf, (SEGMENT, *step), month, part)


def step_of(row: Row, behind: list[Line]) -> tuple[str, str] | None:
    """Return the driver of a posting that is no invoice of its own."""
    if row["kind"] == "invoice":
        if any(line.status == "duplicate_invoice" for line in behind):
            return "duplicate_invoice", "F"
        return None
    if row["kind"] == "manual" and not (row["basis"] or row["source_id"]):
        return "manual_journal_without_basis", "U"
    return KINDS.get(row["kind"], ("deferred", "T"))
