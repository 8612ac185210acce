"""How old the data are: told in the firm's own time, against each source's limit."""

from datetime import UTC, datetime
from decimal import Decimal
from zoneinfo import ZoneInfo

from dashboards import words
from dashboards.warehouse import Row, money, one, read

LAYERS = {
    "crm": "Sold",
    "psa": "Planned",
    "accounting": "Billed",
    "hr": "People",
}
"""What a reader loses when a role's system is late."""


def local(moment: datetime) -> datetime:
    """Turn a UTC moment of the warehouse into the firm's local time."""
    zone = one("select time_zone from rules.firm").get("time_zone") or "UTC"
    return moment.replace(tzinfo=UTC).astimezone(ZoneInfo(zone))


def built_at() -> datetime:
    """Return when the night behind these numbers began, in local time."""
    return local(one("select run_at from rules.firm")["run_at"])


def sources() -> list[Row]:
    """Return every source with its age in hours and whether it is late, oldest first.

    Imported files beside an API are part of that source: each is judged alone.
    """
    now = datetime.now(UTC).replace(tzinfo=None)
    found = read(
        "select source_system, role, last_loaded_at, newest_record_at, n_rows, "
        "limit_hours, is_complete from quality.sources "
        "order by last_loaded_at nulls first, source_system"
    )
    return [
        {
            **row,
            "age_hours": _hours(now, row["last_loaded_at"]),
            "is_stale": row["last_loaded_at"] is None
            or _hours(now, row["last_loaded_at"]) > float(row["limit_hours"] or 24),
        }
        for row in found
    ]


def _hours(now: datetime, then: datetime | None) -> float:
    return 0.0 if then is None else (now - then).total_seconds() / 3600


def oldest() -> str:
    """Name the source whose load is oldest: Oldest source: Birdview, 3 hours."""
    loaded = [row for row in sources() if row["last_loaded_at"]]
    if not loaded:
        return ""
    row = max(loaded, key=lambda row: row["age_hours"])
    named = words.system(row["source_system"])
    return f"Oldest source: {named}, {words.age(row['age_hours'])}."


def stale_sentences(role: str = "") -> list[str]:
    """Say of each late or incomplete source which numbers it holds back."""
    sentences = []
    for row in sources():
        if role and row["role"] != role:
            continue
        named = words.system(row["source_system"])
        layer = LAYERS.get(row["role"], "Its")
        if row["last_loaded_at"] is None:
            sentences.append(
                f"{named} is still loading for the first time. {layer} numbers come "
                "when it is complete."
            )
        elif row["is_stale"]:
            when = words.moment(local(row["last_loaded_at"]))
            sentences.append(
                f"{named} data is {words.age(row['age_hours'])} old. "
                f"{layer} numbers are from {when}."
            )
        if row["last_loaded_at"] is not None and row["is_complete"] is False:
            sentences.append(
                f"{named} was loaded only in part. {layer} numbers may be too low."
            )
    return sentences


def is_still_loading(role: str) -> bool:
    """Return whether a system of the role was never read to the end yet."""
    return any(
        row["role"] == role and row["last_loaded_at"] is None for row in sources()
    )


def unexplained(scope_kind: str, scope_id: str, period: str) -> Decimal:
    """Return how much of a scope's differences has no reason on file."""
    return money(
        "select sum(abs(step_amount)) from marts.revenue_bridge where scope_kind = ? "
        "and scope_id = ? and period = ? and driver_class = 'U'",
        scope_kind,
        scope_id,
        period,
    )


def unexplained_sentence(scope_kind: str, scope_id: str, period: str) -> str:
    """Say how much has no reason on file."""
    missing = unexplained(scope_kind, scope_id, period)
    if not missing:
        return "Nothing is unexplained."
    currency = one("select reporting_currency from rules.firm")["reporting_currency"]
    return f"{words.coded(missing, currency)} has no reason on file."
