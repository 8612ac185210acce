"""Mistakes on invoices, made before they are numbered and sent."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal

from pipelines.sandbox.invoicing import Line
from pipelines.sandbox.planted.picks import Picks
from pipelines.sandbox.portfolio import Account
from pipelines.sandbox.runs import Bill

MAY = date(2026, 5, 1)


def spoil(
    picks: Picks,
    bills: list[Bill],
    accounts: Sequence[Account],
    taxes: dict[str, Decimal],
) -> list[Bill]:
    """Return the documents with every mistake marked on the one that carries it."""
    return [
        *_changed(picks, bills),
        *_copies(picks, bills),
        *_strays(accounts, taxes),
        *_credits(picks, bills),
    ]


def _of(picks: Picks, bills: list[Bill], is_by_time: bool, since: date) -> Bill:
    wanted = picks.by_time if is_by_time else picks.by_fee
    job = picks.take(
        lambda job: wanted(job) and any(b.job is job and b.on >= since for b in bills)
    )
    return next(bill for bill in bills if bill.job is job and bill.on >= since)


def _changed(picks: Picks, bills: list[Bill]) -> list[Bill]:
    _adjust(_of(picks, bills, True, date(2026, 3, 1)), Decimal(-5), "rate_difference")
    _adjust(_of(picks, bills, True, date(2026, 2, 1)), Decimal(-2), None)
    _adjust(_of(picks, bills, True, date(2026, 4, 1)), Decimal(-4), "write_down")
    for since in (date(2026, 3, 1), date(2026, 4, 1)):
        _of(picks, bills, False, since).marks += ("unpaid",)
    for since in (date(2026, 2, 1), MAY):
        bill = _of(picks, bills, False, since)
        other = next(
            b.customer_id
            for b in bills
            if b.currency == bill.currency
            and b.job
            and bill.job
            and b.job.account.name.word != bill.job.account.name.word
        )
        bill.customer_id = other
        bill.marks += ("wrong_client_link",)
    _of(picks, bills, False, MAY).marks += ("date_moved",)
    return bills


def _adjust(bill: Bill, per_hour: Decimal, kind: str | None) -> None:
    """Bill less an hour than the contract says, with or without a word about it."""
    line = bill.lines[0]
    less = per_hour * (line.quantity or 0)
    why = "Agreed with the client" if kind == "write_down" else None
    by = bill.job.manager if bill.job and why else None
    bill.lines[0] = replace(
        line,
        amount=line.amount + less,
        unit_price=(line.unit_price or Decimal(0)) + per_hour,
        adjustments=[(kind, less, why, by)] if kind else [],
    )
    if kind != "write_down":
        bill.marks += (
            "invoice_rate_differs_from_contract"
            if kind
            else "billing_difference_without_reason",
        )


def _copies(picks: Picks, bills: list[Bill]) -> list[Bill]:
    found = []
    for _ in range(2):
        first = _of(picks, bills, False, MAY)
        first.marks += ("unpaid",)
        lines = [replace(line, times=()) for line in first.lines]
        marks = ("duplicate_invoice", "unpaid")
        found.append(replace(first, lines=lines, marks=marks, credits=first))
    return found


def _strays(accounts: Sequence[Account], taxes: dict[str, Decimal]) -> list[Bill]:
    found = []
    for account, on, amount, status, mark in (
        (accounts[2], date(2026, 3, 18), 2400, "issued", "unlinked_invoice"),
        (accounts[9], date(2026, 4, 15), 5100, "issued", "unlinked_invoice"),
        (accounts[14], date(2026, 5, 13), 1750, "issued", "unlinked_invoice"),
        (accounts[4], date(2026, 5, 28), 3300, "draft", "draft_or_void"),
        (accounts[7], date(2026, 5, 29), 860, "draft", "draft_or_void"),
        (accounts[12], date(2026, 2, 11), 4200, "void", "draft_or_void"),
        (accounts[16], date(2026, 4, 22), 1990, "void", "draft_or_void"),
    ):
        line = Line(Decimal(amount), "Services", kind="other", is_project_work=None)
        tax = taxes[account.country]
        found.append(
            Bill(
                account.customer_id,
                on,
                account.currency,
                tax,
                [line],
                status=status,
                marks=(mark,),
            )
        )
    return found


def _credits(picks: Picks, bills: list[Bill]) -> list[Bill]:
    found = []
    for amount, reason in ((-450, None), (-600, "Workshop cancelled")):
        first = _of(picks, bills, True, date(2026, 4, 1))
        line = Line(Decimal(amount), "Credit", first.lines[0].project_id, kind="other")
        found.append(
            replace(
                first,
                on=date(2026, 5, 19),
                lines=[line],
                kind="credit_note",
                reason=reason,
                credits=first,
                marks=() if reason else ("credit_note",),
            )
        )
    return found
