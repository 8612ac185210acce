"""Mistakes in time sheets: work nobody bills, approves, or dares to charge."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from pipelines.sandbox.hours import Entry
from pipelines.sandbox.planted.picks import Picks
from pipelines.sandbox.truths import Answer, Truths


def plant_in_time(picks: Picks, entries: Sequence[Entry], truths: Truths) -> None:
    """Spoil some time entries before anything is priced or billed from them."""
    for first, last, n in (
        (date(2026, 2, 9), date(2026, 2, 18), 4),
        (date(2026, 3, 9), date(2026, 3, 18), 3),
    ):
        for entry in _some(picks, entries, first, last, n):
            entry.is_withheld = True
            _answer(truths, "wip_overdue", entry)
    for entry in _some(picks, entries, date(2026, 4, 13), date(2026, 4, 17), 5):
        entry.approved = None
        _answer(truths, "time_not_approved", entry)
    for entry in _some(picks, entries, date(2026, 3, 2), date(2026, 3, 13), 3):
        entry.is_billable = False
        _answer(truths, "marked_non_billable", entry)
    for entry in _some(picks, entries, date(2026, 3, 2), date(2026, 3, 13), 3):
        entry.is_billable, entry.reason = False, "Training of a new colleague"


def _some(
    picks: Picks, entries: Sequence[Entry], first: date, last: date, n: int
) -> list[Entry]:
    job = picks.take(picks.by_time)
    return [e for e in entries if e.job is job and first <= e.day <= last][:n]


def _answer(truths: Truths, kind: str, entry: Entry) -> None:
    if entry.job is None:
        return
    truths.plant(
        Answer(
            kind,
            "psa",
            "time_entry",
            entry.entry_id,
            other_record_id=entry.project_id,
            amount=-entry.hours * (entry.rate or Decimal(0)),
            currency_code=entry.job.account.currency,
            client=entry.job.account.key,
            on=entry.day,
        )
    )
