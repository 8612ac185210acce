"""What changed between two nights: by number, by reason and by record."""

from collections.abc import Sequence
from datetime import datetime
from decimal import Decimal

from dashboards import words
from dashboards.anchors import ANCHORS
from dashboards.freshness import local
from dashboards.warehouse import Row, read

NIGHTS = """
select distinct previous_run_at
from marts.revenue_changes
where previous_run_at is not null
union
select started_at
from quality.runs
where status in ('published', 'marked')
    and started_at < (select run_at from rules.firm)
order by 1 desc
limit 30
"""
MOVED = """
select anchor, sum(change_amount) as change_amount,
    count(distinct record_id) as n_records
from marts.revenue_changes
where ? in ('', client_id) and run_at > cast(? as timestamp)
group by all
having sum(change_amount) != 0
order by anchor
"""
REASONS = """
select change_class, anchor, sum(change_amount) as change_amount,
    count(distinct record_id) as n_records
from marts.revenue_changes
where ? in ('', client_id) and run_at > cast(? as timestamp)
group by all
having count(*) > 0
order by abs(sum(change_amount)) desc, change_class, anchor
"""
RECORDS = """
select record_id, anchor, change_class, arg_max(explanation, run_at) as explanation,
    bool_or(is_closed_period) as is_closed_period, sum(change_amount) as change_amount
from marts.revenue_changes
where ? in ('', client_id) and run_at > cast(? as timestamp)
group by record_id, anchor, change_class
having sum(change_amount) != 0
order by abs(sum(change_amount)) desc, record_id, anchor, change_class
"""
CLASSES = {
    "moved_by_our_rule": "Our rule changed",
    "matched_differently": "Matched with another client or project",
    "arrived_late": "Arrived late",
    "new_in_source": "New in its system",
    "removed_or_voided": "Removed or voided",
    "moved_month": "Moved to another month",
    "amount_edited": "Amount changed",
    "status_changed": "Status changed",
    "exchange_rate_changed": "Exchange rate changed",
}
LAYERS = ("expected", "planned", "delivered", "billed", "recognised", "paid")


def nights() -> list[datetime]:
    """Return the nights that tonight can be compared with, the latest first."""
    return [row["previous_run_at"] for row in read(NIGHTS)]


def moved(client: str, since: str) -> dict[str, Decimal]:
    """Return how far each number moved since a night, in the order of the layers."""
    found = {row["anchor"]: row["change_amount"] for row in read(MOVED, client, since)}
    return {anchor: found[anchor] for anchor in ANCHORS if anchor in found}


def reasons(client: str, since: str) -> list[Row]:
    """Return the reasons of all changes; they sum to what each number moved by."""
    return read(REASONS, client, since)


def records(client: str, since: str) -> list[Row]:
    """Return the records that changed a number, the largest change first."""
    return read(RECORDS, client, since)


def answer(
    name: str,
    currency: str,
    since: datetime,
    by: dict[str, Decimal],
    found: Sequence[Row],
) -> str:
    """Answer page 6: which layer moved most since a night, by how many records."""
    when = words.moment(local(since))
    layers = {anchor: by[anchor] for anchor in LAYERS if anchor in by}
    if not layers:
        return f"{name}: nothing changed since {when}."
    most = max(layers, key=lambda anchor: abs(layers[anchor]))
    way = "up" if layers[most] > 0 else "down"
    count = words.count(sum(1 for row in found if row["anchor"] == most), "record")
    return (
        f"{name}: {words.small(ANCHORS[most].label)} went {way} by "
        f"{words.coded(layers[most], currency)} since {when}. {words.capital(count)} "
        "changed it."
    )
