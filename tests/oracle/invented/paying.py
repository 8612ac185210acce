"""Payments of an invented client."""

from datetime import date, timedelta
from decimal import Decimal

from tests.oracle.invented.clients import Client


def pay(client: Client) -> None:
    """Settle invoices in full, in part, late, with a discount, or not at all."""
    firm = client.firm
    lines: dict[str, Decimal] = {}
    inclusive = {}
    for row in firm.rows.get(("accounting", "invoices"), []):
        if row["customer_id"] == client.customer and row["status"] == "issued":
            lines[row["invoice_id"]] = Decimal(0)
            inclusive[row["invoice_id"]] = row
    for row in firm.rows.get(("accounting", "invoice_lines"), []):
        head = inclusive.get(row["invoice_id"])
        if head:
            tax = 0 if head["is_tax_inclusive"] else row["tax_amount"]
            lines[row["invoice_id"]] += row["line_amount"] + tax
    for one, gross in lines.items():
        if gross <= 0 or firm.chance(0.4):
            continue
        day = firm.day(inclusive[one]["invoice_date"], firm.as_of)
        part = firm.random.choice((gross, gross, (gross / 2).quantize(Decimal("0.01"))))
        payment(client, one, day, part, "cash")
        if part != gross and firm.chance(0.3):
            kind = firm.random.choice(
                (
                    "bad_debt_write_off",
                    "early_payment_discount",
                    "withholding_tax",
                    "bank_fees",
                )
            )
            payment(client, one, day, gross - part, kind)
    if firm.chance(0.1):
        payment(client, None, firm.as_of - timedelta(9), Decimal(77), "cash")


def payment(
    client: Client, one: str | None, day: date, amount: Decimal, kind: str
) -> None:
    firm = client.firm
    firm.add(
        "accounting",
        "payments",
        payment_id=firm.id("PAY"),
        invoice_id=one,
        payment_date=day,
        paid_amount=amount,
        customer_id=client.customer,
        kind=kind,
        currency_code=client.currency,
    )
