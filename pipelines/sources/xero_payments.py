"""What came in: payments, overpayments and prepayments as rows of one raw table."""

import json
from decimal import Decimal

from pipelines.sources import Record
from pipelines.sources.xero_words import day, exchange_rate, moment, text

ZERO = Decimal(0)


def payment(told: Record) -> Record:
    """Return a row of payments; Xero's own pays one document, a batch pays several.

    The refund of a credit note is money that went out: its amount is negative.
    """
    settled = told.get("Invoice") or told.get("CreditNote") or {}
    number = settled.get("InvoiceID") or settled.get("CreditNoteID")
    amount = Decimal(told.get("Amount") or 0)
    is_refund = str(told.get("PaymentType")).startswith("ARCREDIT")
    return {
        "id": told.get("PaymentID"),
        "batch_payment_id": told.get("BatchPaymentID")
        or (told.get("BatchPayment") or {}).get("BatchPaymentID"),
        "type": told.get("PaymentType"),
        "date": day(told, "Date"),
        "contact_id": (settled.get("Contact") or {}).get("ContactID"),
        "currency_code": settled.get("CurrencyCode"),
        "exchange_rate": exchange_rate(told),
        "reference": told.get("Reference") or None,
        "status": told.get("Status"),
        "updated_date_utc": moment(told.get("UpdatedDateUTC")),
        "allocations": _json([(number, -amount if is_refund else amount)]),
    }


def cash(told: Record) -> Record:
    """Return a row of payments for an overpayment or a prepayment.

    It counts on the day on which it came, whatever it settles later; what settles no
    document yet is an allocation without one. Money paid out to suppliers is told with
    its type and left to staging.
    """
    allocated = [
        (said["Invoice"]["InvoiceID"], Decimal(said["Amount"]))
        for said in told.get("Allocations") or ()
        if not said.get("IsDeleted") and said.get("Invoice")
    ]
    left = Decimal(told.get("RemainingCredit") or 0)
    return {
        "id": told.get("OverpaymentID") or told.get("PrepaymentID"),
        "type": told.get("Type"),
        "date": day(told, "Date"),
        "contact_id": (told.get("Contact") or {}).get("ContactID"),
        "currency_code": told.get("CurrencyCode"),
        "exchange_rate": exchange_rate(told),
        "reference": told.get("Reference") or None,
        "status": told.get("Status"),
        "updated_date_utc": moment(told.get("UpdatedDateUTC")),
        "allocations": _json([*allocated, *([(None, left)] if left else [])]),
    }


def _json(rows: list[tuple[str | None, Decimal]]) -> str:
    return json.dumps([{"invoice_id": n, "amount": text(a)} for n, a in rows])
