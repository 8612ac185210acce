"""Time of the worked examples, written the way delivery keeps it."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from pipelines.sandbox.dates import approved_on, at, submitted_on
from pipelines.sandbox.draft import Draft


def log(
    draft: Draft,
    prefix: str,
    project_id: str,
    person_id: str,
    days: Sequence[date],
    *,
    hours: Decimal,
    role: str,
    bill_rate: Decimal | None,
    approver: str | None = "pm.lee@meridian.example",
) -> list[str]:
    """Write hours as entries of a day's length; return their ids in order.

    Without an approver the work is handed in and waits.
    """
    ids: list[str] = []
    for position, day in enumerate(days, start=1):
        length = min(Decimal(8), hours - 8 * (position - 1))
        if length <= 0:
            break
        ids.append(f"{prefix}-{position:02}")
        approved = at(approved_on(day), 15) if approver else None
        draft.add(
            "psa",
            "time_entries",
            time_entry_id=ids[-1],
            project_id=project_id,
            person_id=person_id,
            work_date=day,
            hours=length,
            role=role,
            bill_rate=bill_rate,
            is_billable=True,
            status="approved" if approver else "submitted",
            submitted_at=at(submitted_on(day), 20),
            approved_at=approved,
            approved_by=approver,
            updated_at=approved or at(submitted_on(day), 20),
        )
    return ids
