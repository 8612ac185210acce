"""Handoffs: what should have followed an event, when it did, and what is still owed."""

from collections.abc import Mapping, Sequence

from dashboards import words
from dashboards.warehouse import Row, read

CHAIN = """
select
    event_number, event, label, handoff_events.owner_role,
    count(*) as n_handoffs,
    count(*) filter (where state in ('on_time', 'pending')) as n_in_time,
    count(*) filter (where state = 'late') as n_late,
    count(*) filter (where state = 'missing') as n_missing,
    count(*) filter (where state in ('duplicate', 'out_of_order', 'mismatch')) as n_odd,
    cast(median(lag_working_days) as integer) as median_days,
    cast(quantile_disc(lag_working_days, 0.9) as integer) as slowest_days,
    max(limit_working_days) as limit_days
from marts.handoffs
inner join rules.handoff_events using (event)
where ? in ('', client_id)
group by all
order by event_number
"""
OWED = """
select
    handoff_id, event, label, record_id, subject, state, handoffs.owner_role,
    explanation, lag_working_days, late_working_days,
    coalesce(money_at_stake, 0) as money_at_stake
from marts.handoffs
inner join rules.handoff_events using (event)
where ? in ('', client_id)
    and ? in ('', event)
    and is_open
    and (state != 'pending' or event = 'deal_to_project')
order by state = 'pending', money_at_stake desc, late_working_days desc, handoff_id
"""
STATES = {
    "missing": ("Missing", "F"),
    "pending": ("Waiting", "T"),
    "late": ("Late", "F"),
    "duplicate": ("Twice", "F"),
    "out_of_order": ("Out of order", "F"),
    "mismatch": ("Other facts", "F"),
    "on_time": ("On time", "ok"),
}
"""How a state is told, and in the colour of which class."""


def chain(client: str) -> list[Row]:
    """Return each event with how often it happened in time, late or not at all."""
    return read(CHAIN, client)


def owed(client: str, event: str) -> list[Row]:
    """Return what has not followed yet, the most money first; waiting deals last."""
    return read(OWED, client, event)


def days(number: int | None) -> str:
    """Write a number of working days; a dash when there is none."""
    return "–" if number is None else f"{number:,}"


def answer(name: str, per_event: Sequence[Mapping[str, object]]) -> str:
    """Answer the page: how many handoffs are missing now, and where most of them."""
    missing = {str(row["label"]): int(str(row["n_missing"])) for row in per_event}
    total = sum(missing.values())
    if not per_event:
        return f"{name}: no handoff was due."
    if not total:
        return f"{name}: every handoff happened, or is not due yet."
    worst = max(missing, key=lambda label: missing[label])
    verb = "is" if total == 1 else "are"
    first = f"{name}: {words.count(total, 'handoff')} {verb} missing."
    return f"{first} Most: {worst} ({missing[worst]:,})." if total > 1 else first
