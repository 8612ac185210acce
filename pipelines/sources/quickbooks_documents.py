"""Invoices, credit memos and payments of QuickBooks as rows of its raw tables."""

import json
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from pipelines.sources import Record
from pipelines.sources.quickbooks_records import times, value

CENT = Decimal("0.01")
ZERO = Decimal(0)


def invoice(told: Record, txn_type: str) -> Record:
    """Return a row of invoices with its lines."""
    fields = {
        f.get("Name"): f.get("StringValue") for f in told.get("CustomField") or ()
    }
    linked = [
        link["TxnId"]
        for link in told.get("LinkedTxn") or ()
        if link.get("TxnType") == "Invoice"
    ]
    return {
        "id": told.get("Id"),
        "txn_type": txn_type,
        "doc_number": told.get("DocNumber"),
        "customer_id": value(told, "CustomerRef", "value"),
        "txn_date": told.get("TxnDate"),
        "due_date": told.get("DueDate"),
        "currency": value(told, "CurrencyRef", "value"),
        "exchange_rate": told.get("ExchangeRate"),
        "global_tax_calculation": told.get("GlobalTaxCalculation"),
        "total_amt": told.get("TotalAmt"),
        "balance": told.get("Balance"),
        "status": fields.get("Status"),
        "private_note": told.get("PrivateNote"),
        "customer_memo": value(told, "CustomerMemo", "value"),
        "linked_invoice_id": linked[0] if linked else None,
        "lines": json.dumps(_lines(told)),
        **times(told),
    }


def _lines(told: Record) -> list[dict[str, str | None]]:
    sold = [
        line
        for line in told.get("Line") or ()
        if line.get("DetailType") == "SalesItemLineDetail"
    ]
    taxes = line_taxes(sold, told)
    return [_line(line, tax, told) for line, tax in zip(sold, taxes, strict=True)]


def line_taxes(lines: list[Record], told: Record) -> list[Decimal]:
    """Return the tax of each line: told by line, or the document's tax by share.

    The document's tax is spread over the taxed lines by cumulative rounding, so that
    the lines add up to it to the cent.
    """
    gross = [value(line, "SalesItemLineDetail", "TaxInclusiveAmt") for line in lines]
    total = Decimal(value(told, "TxnTaxDetail", "TotalTax") or 0)
    if any(amount is not None for amount in gross):
        return [
            ZERO if amount is None else Decimal(amount) - Decimal(line["Amount"])
            for amount, line in zip(gross, lines, strict=True)
        ]
    taxed = [
        Decimal(line["Amount"])
        if value(line, "SalesItemLineDetail", "TaxCodeRef", "value") != "NON"
        else ZERO
        for line in lines
    ]
    base, reached, before, taxes = sum(taxed, ZERO), ZERO, ZERO, []
    for amount in taxed:
        reached += amount
        until = (total * reached / base).quantize(CENT, ROUND_HALF_UP) if base else ZERO
        taxes.append(until - before)
        before = until
    return taxes


def _line(line: Record, tax: Decimal, told: Record) -> dict[str, str | None]:
    detail = line.get("SalesItemLineDetail") or {}
    is_inclusive = told.get("GlobalTaxCalculation") == "TaxInclusive"
    amount = Decimal(line["Amount"]) + (tax if is_inclusive else ZERO)
    project = value(line, "ProjectRef", "value") or value(told, "ProjectRef", "value")
    return {
        "id": _text(line.get("Id")),
        "amount": _text(amount),
        "tax": _text(tax),
        "description": line.get("Description"),
        "project_id": project,
        "item": value(detail, "ItemRef", "name"),
        "account_id": value(detail, "ItemAccountRef", "value"),
        "qty": _text(detail.get("Qty")),
        "unit_price": _text(detail.get("UnitPrice")),
        "service_date": detail.get("ServiceDate"),
    }


def payment(told: Record) -> Record:
    """Return a row of payments; what settles no document yet is an allocation too."""
    allocations = [
        (link.get("TxnId"), Decimal(line["Amount"]), link.get("TxnType"))
        for line in told.get("Line") or ()
        for link in line.get("LinkedTxn") or ()
    ]
    settled = [
        (number, -amount if kind == "CreditMemo" else amount)
        for number, amount, kind in allocations
    ]
    left = Decimal(told.get("TotalAmt") or 0) - sum((a for _, a in settled), ZERO)
    rows = [*settled, *([(None, left)] if left else [])]
    return {
        "id": told.get("Id"),
        "txn_date": told.get("TxnDate"),
        "total_amt": told.get("TotalAmt"),
        "customer_id": value(told, "CustomerRef", "value"),
        "currency": value(told, "CurrencyRef", "value"),
        "exchange_rate": told.get("ExchangeRate"),
        "payment_method": value(told, "PaymentMethodRef", "name"),
        "private_note": told.get("PrivateNote"),
        "allocations": json.dumps(
            [{"invoice_id": number, "amount": _text(a)} for number, a in rows]
        ),
        **times(told),
    }


def _text(number: Any) -> str | None:
    if number is None:
        return None
    return f"{number:f}" if isinstance(number, Decimal) else str(number)
