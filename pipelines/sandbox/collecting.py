"""Documents get their numbers in the order of their dates, are sent, and are paid."""

from collections.abc import Sequence
from datetime import date, timedelta
from random import Random

from pipelines.sandbox.dates import AS_OF, working_day
from pipelines.sandbox.draft import Draft
from pipelines.sandbox.invoicing import Invoice, pay, send
from pipelines.sandbox.runs import Bill

FIRST_NUMBER = 10001


def collect(draft: Draft, random: Random, bills: Sequence[Bill]) -> None:
    """Number, send and, where the client paid, settle every document."""
    ordered = sorted(bills, key=lambda bill: bill.on)
    for position, bill in enumerate(ordered):
        bill.invoice_id = str(5000 + position * 3)
    for position, bill in enumerate(ordered):
        paid_on = _paid_on(random, bill)
        row = send(
            draft,
            Invoice(
                bill.invoice_id,
                bill.customer_id,
                bill.on,
                bill.lines,
                number=str(FIRST_NUMBER + position),
                currency=bill.currency,
                status="paid" if paid_on else bill.status,
                kind=bill.kind,
                tax=bill.tax,
                credits=_credited(bill),
                reason=bill.reason,
            ),
        )
        if paid_on:
            gross = sum(
                line["line_amount"] + line["tax_amount"]
                for line in draft.lines_of(bill.invoice_id)
            )
            pay(draft, str(90000 + position), row, paid_on, gross)


def _credited(bill: Bill) -> str | None:
    """Return the invoice that a credit note takes back; a copy takes back nothing."""
    if bill.credits is None or bill.kind != "credit_note":
        return None
    return bill.credits.invoice_id


def _paid_on(random: Random, bill: Bill) -> date | None:
    """Return when the client paid: mostly in time, sometimes a bit late."""
    due = bill.on + timedelta(days=30)
    lag = random.choice((-9, -6, -3, -2, -1, 0, 0, 2, 5, 11))
    is_open = bill.kind != "invoice" or bill.status != "issued"
    if is_open or "unpaid" in bill.marks:
        return None
    on = working_day(due + timedelta(days=lag))
    if due <= AS_OF < on:
        on = min(on, AS_OF - timedelta(days=2))
    return on if on <= AS_OF else None
