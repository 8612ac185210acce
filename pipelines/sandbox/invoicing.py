"""Invoices, credit notes and payments, written the way accounting keeps them."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal

from pipelines.sandbox.amounts import cents
from pipelines.sandbox.chart import SERVICES
from pipelines.sandbox.dates import at
from pipelines.sandbox.draft import Draft, Row
from pipelines.sandbox.exchange import BOOKS, rate


@dataclass(frozen=True)
class Line:
    """One line of an invoice: what was billed, net of tax and after adjustments."""

    amount: Decimal
    description: str
    project_id: str | None = None
    kind: str = "time"
    times: Sequence[str] = ()
    """The time entries that the line covers in full."""
    adjustments: Sequence[tuple[str, Decimal, str | None, str | None]] = ()
    """Kind, signed amount, reason, approved by."""
    quantity: Decimal | None = None
    unit_price: Decimal | None = None
    account_code: str = SERVICES
    is_project_work: bool | None = True


@dataclass(frozen=True)
class Invoice:
    """One document that accounting sends to a customer."""

    invoice_id: str
    customer_id: str
    on: date
    lines: Sequence[Line]
    number: str | None = None
    currency: str = BOOKS
    status: str = "issued"
    kind: str = "invoice"
    terms: int = 30
    """Calendar days until it is due."""
    tax: Decimal = Decimal(0)
    """Tax as a share of the net amount."""
    exchange_rate: Decimal | None = None
    """Of the document; that of its month when not given."""
    credits: str | None = None
    reason: str | None = None
    line_ids: Sequence[str] = field(default=())


def send(draft: Draft, invoice: Invoice) -> Row:
    """Write an invoice with its lines, the work they cover and their adjustments."""
    row = draft.add(
        "accounting",
        "invoices",
        invoice_id=invoice.invoice_id,
        invoice_number=invoice.number or invoice.invoice_id,
        customer_id=invoice.customer_id,
        invoice_date=invoice.on,
        due_date=invoice.on + timedelta(days=invoice.terms),
        status=invoice.status,
        currency_code=invoice.currency,
        exchange_rate=invoice.exchange_rate or rate(invoice.currency, invoice.on),
        is_tax_inclusive=False,
        kind=invoice.kind,
        credits_invoice_id=invoice.credits,
        reason=invoice.reason,
        created_at=at(invoice.on, 17),
    )
    for position, line in enumerate(invoice.lines, start=1):
        _write_line(draft, invoice, position, line)
    return row


def _write_line(draft: Draft, invoice: Invoice, position: int, line: Line) -> None:
    line_id = (
        invoice.line_ids[position - 1]
        if invoice.line_ids
        else f"{invoice.invoice_id}-{position}"
    )
    draft.add(
        "accounting",
        "invoice_lines",
        invoice_line_id=line_id,
        invoice_id=invoice.invoice_id,
        line_amount=line.amount,
        tax_amount=cents(line.amount * invoice.tax),
        description=line.description,
        project_ref=draft.booked.get(line.project_id or ""),
        psa_project_id=line.project_id,
        account_code=line.account_code,
        quantity=line.quantity,
        unit_price=line.unit_price,
        is_project_work=line.is_project_work,
        line_kind=line.kind,
    )
    for entry in line.times:
        draft.add(
            "accounting",
            "invoice_line_times",
            invoice_line_id=line_id,
            time_entry_id=entry,
        )
    for kind, amount, reason, approved_by in line.adjustments:
        draft.add(
            "accounting",
            "line_adjustments",
            invoice_line_id=line_id,
            kind=kind,
            adjustment_amount=amount,
            reason=reason,
            approved_by=approved_by,
        )


def pay(
    draft: Draft,
    payment_id: str,
    invoice: Row,
    on: date,
    gross: Decimal,
    *,
    exchange_rate: Decimal | None = None,
) -> Row:
    """Write a payment of one invoice, tax included, at the rate of the day it came."""
    invoice["updated_at"] = max(invoice["updated_at"], at(on, 16))
    return draft.add(
        "accounting",
        "payments",
        payment_id=payment_id,
        payment_date=on,
        paid_amount=gross,
        invoice_id=invoice["invoice_id"],
        customer_id=invoice["customer_id"],
        kind="cash",
        currency_code=invoice["currency_code"],
        exchange_rate=exchange_rate or rate(invoice["currency_code"], on),
    )
