"""The invented firm's payments as QuickBooks has them."""

from collections import defaultdict
from datetime import datetime, time
from decimal import Decimal
from typing import Any

from pipelines.sandbox.speaks.quickbooks_words import (
    Row,
    World,
    meta,
    noted,
    number,
    present,
    reference,
)

ZERO = Decimal(0)


def payments(world: World) -> list[dict[str, Any]]:
    """Return payments with the documents that they settle."""
    credits = {
        row["invoice_id"]
        for row in world.records("accounting", "invoices")
        if row["kind"] == "credit_note"
    }
    by_id: dict[str, list[Row]] = defaultdict(list)
    for row in world.records("accounting", "payments"):
        by_id[row["payment_id"]].append(row)
    return [_payment(rows, credits) for rows in by_id.values()]


def _payment(rows: list[Row], credits: set[str]) -> dict[str, Any]:
    first = rows[0]
    tax = first["paid_tax_amount"] if len(rows) == 1 else None
    settled = [row for row in rows if row["invoice_id"]]
    times = {"created_at": first.get("created_at")}
    return present(
        Id=first["payment_id"],
        TxnDate=str(first["payment_date"]),
        TotalAmt=number(sum((row["paid_amount"] for row in rows), ZERO)),
        CustomerRef=reference(first["customer_id"]),
        CurrencyRef=reference(first["currency_code"]),
        ExchangeRate=number(first["exchange_rate"]),
        PaymentMethodRef=reference(first["kind"], first["kind"]),
        PrivateNote=noted(None, first, "company_id", paid_tax_amount=tax),
        Line=[_allocation(row, row["invoice_id"] in credits) for row in settled],
        MetaData=meta(times | {"created_at": _midnight(first)}),
    )


def _allocation(row: Row, is_credit: bool) -> dict[str, Any]:
    amount = -row["paid_amount"] if is_credit else row["paid_amount"]
    kind = "CreditMemo" if is_credit else "Invoice"
    linked = [{"TxnId": row["invoice_id"], "TxnType": kind}]
    return {"Amount": number(amount), "LinkedTxn": linked}


def _midnight(row: Row) -> Any:
    return datetime.combine(row["payment_date"], time())
