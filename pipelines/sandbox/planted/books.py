"""What accounting got wrong, once every document has its number."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from pipelines.sandbox.amounts import ZERO
from pipelines.sandbox.chart import OTHER, SERVICES
from pipelines.sandbox.dates import at, working_day
from pipelines.sandbox.draft import Draft
from pipelines.sandbox.jobs import Job
from pipelines.sandbox.ledger import post
from pipelines.sandbox.planted.edits import edit_amount
from pipelines.sandbox.planted.picks import Picks
from pipelines.sandbox.portfolio import Account
from pipelines.sandbox.runs import Bill
from pipelines.sandbox.truths import Answer, Truths

_SIGNS = {"unlinked_invoice": 1, "wrong_client_link": 1, "credit_note": 1}
"""Whether the driver has the sign of the document; the others take it away."""


def answer_documents(
    draft: Draft, bills: Sequence[Bill], accounts: Sequence[Account], truths: Truths
) -> None:
    """Write down what was planted on documents, now that they have their ids."""
    of_customer = {account.customer_id: account for account in accounts}
    for bill in bills:
        for mark in bill.marks:
            is_copy = mark == "duplicate_invoice"
            if mark == "unpaid" and "duplicate_invoice" in bill.marks:
                continue
            if mark == "unpaid" and bill.on >= date(2026, 5, 1):
                continue
            filed = of_customer[bill.customer_id]
            true = bill.job.account if bill.job else filed
            truths.plant(
                Answer(
                    "overdue" if mark == "unpaid" else mark,
                    "accounting",
                    "invoice",
                    bill.invoice_id,
                    other_record_id=bill.credits.invoice_id if bill.credits else None,
                    amount=_amount(bill, mark),
                    currency_code=bill.currency,
                    client=true.key,
                    detail=filed.key if mark == "wrong_client_link" else None,
                    on=bill.on,
                )
            )
            if is_copy:
                draft.uncounted.add(bill.invoice_id)


def _amount(bill: Bill, mark: str) -> Decimal:
    net = sum((line.amount for line in bill.lines), ZERO)
    if mark == "invoice_rate_differs_from_contract":
        return bill.lines[0].adjustments[0][1]
    if mark == "billing_difference_without_reason":
        return -2 * (bill.lines[0].quantity or ZERO)
    return net * _SIGNS.get(mark, -1)


def spoil_books(
    draft: Draft,
    picks: Picks,
    bills: Sequence[Bill],
    jobs: Sequence[Job],
    truths: Truths,
) -> None:
    """Move an invoice by a month, post without basis, copy a total to the CRM."""
    moved = next(bill for bill in bills if "date_moved" in bill.marks)
    draft.add(
        "accounting",
        "field_changes",
        record_type="invoice",
        record_id=moved.invoice_id,
        field="invoice_date",
        changed_at=at(working_day(moved.on, 2), 18),
        old_value="2026-04-30",
        new_value=moved.on.isoformat(),
        changed_by="books@meridian.example",
        change_source="person",
    )
    _post_by_hand(draft, jobs[10], truths)
    job = picks.take(
        lambda job: (
            job.kind == "time_and_materials"
            and picks.is_alone(job)
            and job.end < date(2026, 3, 1)
            and job.deal % 15 != 3
        )
    )
    theirs = [bill for bill in bills if bill.job is job and bill.kind == "invoice"]
    billed = sum((line.amount for bill in theirs for line in bill.lines), ZERO)
    on = working_day(max(bill.on for bill in theirs), 2)
    by = job.seller
    edit_amount(
        draft, job, billed, on, truths=truths, by=by, detail="copied_from_accounting"
    )


def _post_by_hand(draft: Draft, job: Job, truths: Truths) -> None:
    amount, on = Decimal("2500.00"), date(2026, 4, 30)
    line = {
        "project_ref": draft.booked[job.project_id],
        "psa_project_id": job.project_id,
    }
    post(
        draft,
        "MANUAL-1",
        on,
        [(SERVICES, amount, line), (OTHER, -amount, None)],
        kind="manual",
        description="Adjustment",
    )
    truths.plant(
        Answer(
            "manual_journal_without_basis",
            "accounting",
            "journal_line",
            "MANUAL-1-1",
            amount=amount,
            currency_code="USD",
            client=job.account.key,
            on=on,
        )
    )
