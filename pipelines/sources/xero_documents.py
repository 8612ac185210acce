"""Invoices and credit notes of Xero as rows of its raw tables."""

import json

from pipelines.sources import Record
from pipelines.sources.xero_words import day, exchange_rate, moment, text


def invoice(told: Record, category: str) -> Record:
    """Return a row of invoices with its lines."""
    return _document(told, category) | {
        "id": told.get("InvoiceID"),
        "number": told.get("InvoiceNumber"),
        "amount_paid": told.get("AmountPaid"),
    }


def credit_note(told: Record, category: str) -> Record:
    """Return a row of invoices for a credit note, and the invoice that it credits.

    One that credits several invoices names the one that takes most of it.
    """
    allocations = [
        said for said in told.get("Allocations") or () if not said.get("IsDeleted")
    ]
    first: Record = max(allocations, key=lambda said: said["Amount"], default={})
    refunds = [said.get("Amount") or 0 for said in told.get("Payments") or ()]
    return _document(told, category) | {
        "id": told.get("CreditNoteID"),
        "number": told.get("CreditNoteNumber"),
        "amount_paid": sum(refunds),
        "credited_invoice_id": (first.get("Invoice") or {}).get("InvoiceID"),
    }


def _document(told: Record, category: str) -> Record:
    return {
        "type": told.get("Type"),
        "contact_id": (told.get("Contact") or {}).get("ContactID"),
        "date": day(told, "Date"),
        "due_date": day(told, "DueDate"),
        "currency_code": told.get("CurrencyCode"),
        "exchange_rate": exchange_rate(told),
        "line_amount_types": told.get("LineAmountTypes"),
        "status": told.get("Status"),
        "reference": told.get("Reference") or None,
        "total": told.get("Total"),
        "updated_date_utc": moment(told.get("UpdatedDateUTC")),
        "lines": json.dumps(
            [_line(line, category) for line in told.get("LineItems") or ()]
        ),
    }


def _line(line: Record, category: str) -> dict[str, str | None]:
    return {
        "id": line.get("LineItemID"),
        "amount": text(line.get("LineAmount")) or "0",
        "tax": text(line.get("TaxAmount")) or "0",
        "description": line.get("Description"),
        "project_id": tracked(line.get("Tracking"), category),
        "item": line.get("ItemCode"),
        "account_code": line.get("AccountCode"),
        "quantity": text(line.get("Quantity")),
        "unit_amount": text(line.get("UnitAmount")),
    }


def tracked(told: object, category: str) -> str | None:
    """Return the option that a line has in one tracking category."""
    for entry in told if isinstance(told, list) else ():
        if entry.get("Name") == category:
            return str(entry["TrackingOptionID"])
    return None
