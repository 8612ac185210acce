"""Time entries that count, each with its value."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from tests.oracle.cents import worth
from tests.oracle.days import Days
from tests.oracle.facts import Facts, Row


@dataclass(frozen=True)
class Work:
    """One time entry with its value in cents, at its rate."""

    row: Row
    day: date
    rate: Decimal
    value: int
    is_on_card: bool

    @property
    def is_billable(self) -> bool:
        return self.row["is_billable"] is not False


def work_of(facts: Facts, kept: dict[str, str]) -> dict[str, list[Work]]:
    """Return every project's time entries that were not rejected."""
    found: dict[str, list[Work]] = {}
    for row in facts.table("psa", "time_entries"):
        if row["status"] == "rejected":
            continue
        cards = facts.of("psa", "rate_card", "project_id", row["project_id"])
        if row["bill_rate"] is None:
            cards = agreed_in_time(facts, row, cards)
        card = in_force(cards, row)
        rate = row["bill_rate"]
        if rate is None:
            rate = card["bill_rate"] if card else Decimal(0)
        is_on_card = bool(card and card["approved_at"] and card["bill_rate"] == rate)
        value = worth(row["hours"], rate)
        work = Work(row, row["work_date"], rate, value, is_on_card)
        found.setdefault(kept.get(row["project_id"], row["project_id"]), []).append(
            work
        )
    return found


def agreed_in_time(facts: Facts, entry: Row, cards: list[Row]) -> list[Row]:
    """Leave out cards that were agreed after the work was billed."""
    billed = [
        invoice["invoice_date"]
        for link in facts.of(
            "accounting",
            "invoice_line_times",
            "time_entry_id",
            entry["time_entry_id"],
        )
        for line in facts.of(
            "accounting", "invoice_lines", "invoice_line_id", link["invoice_line_id"]
        )
        for invoice in facts.of(
            "accounting", "invoices", "invoice_id", line["invoice_id"]
        )
        if invoice["status"] in (None, "issued", "paid")
    ]
    if not billed:
        return cards
    days = Days(facts)
    return [
        card
        for card in cards
        if not card["approved_at"] or days.local(card["approved_at"]) <= min(billed)
    ]


def in_force(cards: list[Row], entry: Row) -> Row | None:
    day, role = entry["work_date"], (entry["role"] or "").lower()
    valid = [
        card
        for card in cards
        if card["role"].lower() == role
        and card["valid_from"] <= day <= (card["valid_to"] or date.max)
    ]
    return max(valid, key=lambda card: card["valid_from"]) if valid else None
