"""What the invented firm's clients paid, as Xero has it."""

from collections import Counter
from typing import Any

from pipelines.sandbox.ids import uuid_of
from pipelines.sandbox.speaks.xero_words import (
    Row,
    World,
    currency_rate,
    dated,
    msdate,
    noted,
    number,
    present,
)


def payments(world: World) -> list[dict[str, Any]]:
    """Return the payments of documents: one each; several in one go share a batch."""
    rows = [row for row in world.records("accounting", "payments") if row["invoice_id"]]
    invoices = {
        row["invoice_id"]: row for row in world.records("accounting", "invoices")
    }
    parts = Counter(row["payment_id"] for row in rows)
    return [
        _payment(
            row,
            invoices.get(row["invoice_id"], {}),
            uuid_of(f"PART-{position}") if parts[row["payment_id"]] > 1 else None,
        )
        for position, row in enumerate(rows, start=1)
    ]


def _payment(row: Row, invoice: Row, part: str | None) -> dict[str, Any]:
    is_credit = invoice.get("kind") == "credit_note"
    settled = present(
        Contact={"ContactID": row["customer_id"]} if row["customer_id"] else None,
        CurrencyCode=row["currency_code"] or invoice.get("currency_code"),
        **{"CreditNoteID" if is_credit else "InvoiceID": row["invoice_id"]},
    )
    amount = -row["paid_amount"] if is_credit else row["paid_amount"]
    return present(
        PaymentID=part or row["payment_id"],
        BatchPaymentID=row["payment_id"] if part else None,
        PaymentType="ARCREDITPAYMENT" if is_credit else "ACCRECPAYMENT",
        Status="AUTHORISED",
        Amount=number(amount),
        CurrencyRate=currency_rate(row["exchange_rate"]),
        Reference=_facts(row),
        IsReconciled=False,
        HasAccount=True,
        UpdatedDateUTC=msdate(row["payment_date"]),
        **{"CreditNote" if is_credit else "Invoice": settled},
        **dated("Date", row["payment_date"]),
    )


def _facts(row: Row) -> str | None:
    kind = None if row["kind"] == "cash" else row["kind"]
    return noted(None, row, "paid_tax_amount", kind=kind)


def overpayments(world: World) -> list[dict[str, Any]]:
    """Return what came in and settles no document yet."""
    return [
        present(
            OverpaymentID=row["payment_id"],
            Type="RECEIVE-OVERPAYMENT",
            Status="AUTHORISED",
            Contact={"ContactID": row["customer_id"]},
            CurrencyCode=row["currency_code"],
            CurrencyRate=currency_rate(row["exchange_rate"]),
            Total=number(row["paid_amount"]),
            RemainingCredit=number(row["paid_amount"]),
            Allocations=[],
            Reference=_facts(row),
            UpdatedDateUTC=msdate(row["payment_date"]),
            **dated("Date", row["payment_date"]),
        )
        for row in world.records("accounting", "payments")
        if not row["invoice_id"]
    ]
