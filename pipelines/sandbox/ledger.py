"""The ledger: what every invoice and payment posts, balanced to zero."""

from datetime import date
from decimal import Decimal

from pipelines.sandbox.amounts import ZERO, cents
from pipelines.sandbox.chart import BANK, EXCHANGE, RECEIVABLE, TAX
from pipelines.sandbox.dates import at
from pipelines.sandbox.draft import Draft, Row

POSTED = ("issued", "paid")


def post(
    draft: Draft,
    entry_id: str,
    on: date,
    legs: list[tuple[str, Decimal, Row | None]],
    **named: str | None,
) -> None:
    """Write one balanced entry; a leg is account, net credit and the line it is for.

    Raises ValueError when the legs do not sum to zero.
    """
    balance = sum((amount for _, amount, _ in legs), ZERO)
    if balance != ZERO:
        raise ValueError(f"Journal entry {entry_id} is out of balance by {balance}.")
    for position, (account, amount, line) in enumerate(legs, start=1):
        if amount:
            draft.add(
                "accounting",
                "journal_lines",
                journal_line_id=f"{entry_id}-{position}",
                posting_date=on,
                account_code=account,
                net_credit_amount=amount,
                project_ref=line["project_ref"] if line else None,
                psa_project_id=line["psa_project_id"] if line else None,
                created_at=at(on, 19),
                **named,
            )


def post_invoices(draft: Draft) -> None:
    """Post every issued invoice and credit note: revenue, tax and the receivable."""
    for invoice in draft.rows("accounting", "invoices"):
        if invoice["status"] in POSTED and invoice["invoice_id"] not in draft.unposted:
            _post_invoice(draft, invoice, draft.lines_of(invoice["invoice_id"]))


def _post_invoice(draft: Draft, invoice: Row, lines: list[Row]) -> None:
    rate = invoice["exchange_rate"]
    legs: list[tuple[str, Decimal, Row | None]] = [
        (line["account_code"], cents(line["line_amount"] * rate), line)
        for line in lines
    ]
    tax = sum((cents(line["tax_amount"] * rate) for line in lines), ZERO)
    legs.append((TAX, tax, None))
    legs.append((RECEIVABLE, -sum((amount for _, amount, _ in legs), ZERO), None))
    post(
        draft,
        f"INV-{invoice['invoice_id']}",
        invoice["invoice_date"],
        legs,
        source_type="invoice",
        source_id=invoice["invoice_id"],
        kind="invoice",
        description=f"{invoice['kind']} {invoice['invoice_number']}".replace("_", " "),
    )


def post_payments(draft: Draft) -> None:
    """Post every payment: the bank, the receivable, and what exchange rates made."""
    for payment in draft.rows("accounting", "payments"):
        invoice = draft.get("accounting", "invoices", payment["invoice_id"])
        came = cents(payment["paid_amount"] * payment["exchange_rate"])
        settled = cents(payment["paid_amount"] * invoice["exchange_rate"])
        post(
            draft,
            f"PAY-{payment['payment_id']}",
            payment["payment_date"],
            [
                (BANK, -came, None),
                (RECEIVABLE, settled, None),
                (EXCHANGE, came - settled, None),
            ],
            source_type="payment",
            source_id=payment["payment_id"],
            kind="other",
            description=f"Payment of invoice {invoice['invoice_number']}",
        )
