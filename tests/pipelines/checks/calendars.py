"""A plain calendar and the limits of handoffs, planted for tests."""

from datetime import date, timedelta

from planted import Planted

from pipelines.limits import LIMITS
from pipelines.sandbox.dates import is_working

LISTED = (
    *("sales", "plan", "work", "billing", "ledger", "people", "time_off", "timesheet"),
    "entity",
)
COLUMNS = (
    "event varchar; record_id varchar; source_system varchar; client_id varchar; "
    "project_id varchar; subject varchar; triggered_date date; done_date date; "
    "due_date date; n_done integer; n_required integer; n_triggers integer; "
    "is_out_of_order boolean; mismatch varchar; handed_amount decimal(18, 2); "
    "currency_code varchar; done_record_id varchar"
)
DAYS = [date(2025, 1, 1) + timedelta(days=n) for n in range(800)]


def calendar(planted: Planted) -> dict[date, int]:
    """Plant a calendar without holidays; return the number of each working day."""
    numbers, n = {}, 0
    for day in DAYS:
        n += is_working(day)
        numbers[day] = n
    planted.rows(
        "int_days__counted",
        [
            {
                "calendar_date": day,
                "working_day_number": number,
                "is_working_day": is_working(day),
            }
            for day, number in numbers.items()
        ],
        "calendar_date date; working_day_number integer; is_working_day boolean",
    )
    planted.rows(
        "rules.limits",
        [{"event": key, "working_days": days} for key, days in LIMITS.items()],
        "working_days integer",
    )
    planted.seed("handoff_events")
    return numbers
