"""What each API cannot tell: the rows of a table as a system is able to tell them.

Everything that is not named here arrives as it was, to the last cell.
"""

from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from typing import Any

Row = dict[str, Any]
Rows = list[Row]
Records = Callable[[str, str], Rows]
"""The records of the world, by role and table."""

ZERO, ONE = Decimal(0), Decimal(1)


def without(*columns: str) -> Callable[[Rows, Records], Rows]:
    """Columns for which the system has no field, or no answer."""

    def told(rows: Rows, records: Records) -> Rows:
        return [row | dict.fromkeys(columns) for row in rows]

    return told


def zero_when_void(rows: Rows, records: Records) -> Rows:
    """QuickBooks forgets the amounts of a voided invoice."""
    invoices = records("accounting", "invoices")
    void = {row["invoice_id"] for row in invoices if row["status"] == "void"}
    nothing = {"line_amount": ZERO, "tax_amount": ZERO}
    return [row | nothing if row["invoice_id"] in void else row for row in rows]


def closed_when_last_closed(rows: Rows, records: Records) -> Rows:
    """QuickBooks tells today's closing date only."""
    last = max((row["closed_at"] for row in rows), default=None)
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


def of_harvest(rows: Rows, records: Records) -> Rows:
    """A client of Harvest has a name, a street and a currency: the firm's, if any."""
    nowhere = without(
        "legal_name",
        "tax_id",
        "domain",
        "phone",
        "postcode",
        "city",
        "country",
        "crm_account_id",
        "accounting_customer_id",
    )
    return [
        row | {"currency_code": row["currency_code"] or "USD"}
        for row in nowhere(rows, records)
    ]


UNTOLD: Mapping[str, Mapping[str, Callable[[Rows, Records], Rows]]] = {
    "harvest": {
        "psa.clients": of_harvest,
        "psa.people": without("start_date", "end_date", "deactivated_at"),
        "psa.time_entries": without("submitted_at", "approved_at", "approved_by"),
    },
    "quickbooks": {
        "accounting.invoice_lines": zero_when_void,
        "accounting.closed_periods": closed_when_last_closed,
    },
    "xero": {
        "accounting.customers": without(
            "legal_name", "parent_customer_id", "created_at"
        ),
        "accounting.invoices": as_documents,
        "accounting.invoice_lines": one_piece,
        "accounting.exchange_rates": rates_of_documents,
        "accounting.closed_periods": without("closed_at"),
    },
}
"""System → common table → its rows, less what the API does not carry."""


def as_told(system: str, role: str, table: str, records: Records) -> Rows:
    """Return the rows of a table as the system can tell them."""
    rows = records(role, table)
    less = UNTOLD.get(system, {}).get(f"{role}.{table}")
    return less(rows, records) if less else rows
