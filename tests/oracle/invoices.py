"""Invoice lines: what counts, for whom, and at which rate."""

from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from tests.oracle.cents import in_cents
from tests.oracle.copies import survivors
from tests.oracle.facts import Facts, Row, grouped


@dataclass(frozen=True)
class Line:
    """One invoice line; amounts are cents of the document's currency."""

    row: Row
    invoice: Row
    id: str
    day: date
    project: str | None
    customer: str
    gross: int
    net: int
    rate: Fraction
    status: str  # billed, draft_or_void, duplicate_invoice or not_revenue
    adjustments: tuple[Row, ...]

    @property
    def kind(self) -> str:
        if self.invoice["kind"] == "credit_note":
            return "credit_note"
        return self.row["line_kind"] or "other"


def amounts(invoice: Row, line: Row) -> tuple[int, int]:
    """Return gross and net of a line, whichever of the two the document states."""
    stated, tax = in_cents(line["line_amount"]), in_cents(line["tax_amount"])
    return (
        (stated, stated - tax)
        if invoice["is_tax_inclusive"]
        else (stated + tax, stated)
    )


def copied_invoices(
    facts: Facts, lines: dict[str, list[Row]], project_of: dict[str, str | None]
) -> dict[str, str]:
    """Return for every live invoice the one that counts."""
    credited = {
        row["credits_invoice_id"]
        for row in facts.table("accounting", "invoices")
        if row["credits_invoice_id"]
    }
    live = [
        row
        for row in facts.table("accounting", "invoices")
        if row["status"] not in ("draft", "void")
    ]

    def said(row: Row) -> list[tuple[int, str]]:
        return sorted(
            (amounts(row, line)[1], project_of[line["invoice_line_id"]] or "")
            for line in lines.get(row["invoice_id"], [])
        )

    def is_same(left: Row, right: Row) -> bool:
        return (
            left["invoice_date"] == right["invoice_date"]
            and facts.client("accounting", left["customer_id"])
            == facts.client("accounting", right["customer_id"])
            and (left["kind"] or "invoice") == (right["kind"] or "invoice")
            and not credited & {left["invoice_id"], right["invoice_id"]}
            and said(left) == said(right)
        )

    paid = grouped(facts.table("accounting", "payments"), "invoice_id")
    covered = grouped(
        facts.table("accounting", "invoice_line_times"), "invoice_line_id"
    )
    posted = grouped(facts.table("accounting", "journal_lines"), "source_id")

    def n_references(invoice: str) -> int:
        own = lines.get(invoice, [])
        return (
            len(paid.get(invoice, []))
            + len(posted.get(invoice, []))
            + sum(len(covered.get(line["invoice_line_id"], [])) for line in own)
        )

    return survivors(live, "invoice_id", is_same, n_references)


def invoice_lines(facts: Facts, kept: dict[str, str]) -> list[Line]:
    """Return every line of every invoice that is not deleted."""
    rows = facts.table("accounting", "invoice_lines")
    project_of = {
        row["invoice_line_id"]: project_named(facts, kept, row) for row in rows
    }
    lines = grouped(rows, "invoice_id")
    copies = copied_invoices(facts, lines, project_of)
    adjusted = grouped(facts.table("accounting", "line_adjustments"), "invoice_line_id")
    kinds = {
        row["account_code"]: row["account_kind"]
        for row in facts.table("accounting", "accounts")
    }
    found = []
    for invoice in facts.table("accounting", "invoices"):
        day, one = invoice["invoice_date"], invoice["invoice_id"]
        rate = facts.rate("accounting", invoice["currency_code"], day) or Fraction(1)
        if invoice["exchange_rate"] is not None:
            rate = Fraction(invoice["exchange_rate"])
        for row in lines.get(one, []):
            status = "billed"
            if invoice["status"] in ("draft", "void"):
                status = "draft_or_void"
            elif copies[one] != one:
                status = "duplicate_invoice"
            elif kinds.get(row["account_code"], "revenue") not in (
                "revenue",
                "deferred_revenue",
            ):
                status = "not_revenue"
            gross, net = amounts(invoice, row)
            found.append(
                Line(
                    row=row,
                    invoice=invoice,
                    id=row["invoice_line_id"],
                    day=day,
                    project=project_of[row["invoice_line_id"]],
                    customer=facts.client("accounting", invoice["customer_id"]),
                    gross=gross,
                    net=net,
                    rate=rate,
                    status=status,
                    adjustments=tuple(adjusted.get(row["invoice_line_id"], [])),
                )
            )
    return found


def project_named(facts: Facts, kept: dict[str, str], row: Row) -> str | None:
    """Return the project that a line of the books names, by id or by reference."""
    named = row["psa_project_id"] or facts.books_projects.get(row["project_ref"] or "")
    return kept.get(named) if named else None
