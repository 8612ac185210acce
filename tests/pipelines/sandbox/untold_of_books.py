"""What QuickBooks and Xero cannot tell, table by table."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any

Row = dict[str, Any]
Rows = list[Row]
Records = Callable[[str, str], Rows]
"""The records of the world, by role and table."""

ZERO, ONE = Decimal(0), Decimal(1)


def zero_when_void(rows: Rows, records: Records) -> Rows:
    """QuickBooks forgets the amounts of a voided invoice."""
    invoices = records("accounting", "invoices")
    void = {row["invoice_id"] for row in invoices if row["status"] == "void"}
    nothing = {"line_amount": ZERO, "tax_amount": ZERO}
    return [row | nothing if row["invoice_id"] in void else row for row in rows]


def closed_when_last_closed(rows: Rows, records: Records) -> Rows:
    """QuickBooks tells today's closing date only."""
    known = (row["closed_at"] for row in rows if row["closed_at"])
    last = max(known, default=None)
    return [row | {"closed_at": last} for row in rows]


def one_piece(rows: Rows, records: Records) -> Rows:
    """A line of Xero always has a quantity: one, at the price of the whole line."""
    credits = {
        row["invoice_id"]
        for row in records("accounting", "invoices")
        if row["kind"] == "credit_note"
    }
    return [
        row
        | {
            "quantity": row["quantity"] or ONE,
            "unit_price": row["unit_price"]
            if row["unit_price"] is not None
            else row["line_amount"] * (-1 if row["invoice_id"] in credits else 1),
        }
        for row in rows
    ]


def as_documents(rows: Rows, records: Records) -> Rows:
    """Xero does not say when a document was made; a deleted one was never issued."""
    return [
        row
        | {"created_at": None, "status": "void" if row["is_deleted"] else row["status"]}
        for row in rows
    ]


def rates_of_documents(rows: Rows, records: Records) -> Rows:
    """Xero has no list of rates: those of the documents of a day are taken."""
    found: dict[tuple[str, date], Decimal] = {}
    for row in records("accounting", "invoices"):
        if row["currency_code"] != "USD" and row["status"] != "void":
            key = row["currency_code"], row["invoice_date"]
            found[key] = max(found.get(key, ZERO), row["exchange_rate"])
    return [
        {
            "from_currency": currency,
            "to_currency": "USD",
            "rate_date": day,
            "rate": rate,
            "company_id": None,
        }
        for (currency, day), rate in found.items()
    ]
