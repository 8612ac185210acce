"""The invented firm's rates, closing date and company as QuickBooks has them."""

from calendar import monthrange
from typing import Any

from pipelines.sandbox.speaks.quickbooks_words import World, meta, number


def rates(world: World) -> list[dict[str, Any]]:
    """Return the exchange rates of the books."""
    return [
        {
            "SourceCurrencyCode": row["from_currency"],
            "TargetCurrencyCode": row["to_currency"],
            "AsOfDate": str(row["rate_date"]),
            "Rate": number(row["rate"]),
            "MetaData": meta({"created_at": None}),
        }
        for row in world.records("accounting", "exchange_rates")
    ]


def preferences(world: World) -> list[dict[str, Any]]:
    """Return the one record of settings; the closing date is that of the last close."""
    closed = max(
        world.records("accounting", "closed_periods"),
        key=lambda row: str(row["period"]),
        default=None,
    )
    if closed is None:
        return [
            {
                "Id": "1",
                "AccountingInfoPrefs": {},
                "MetaData": meta({"created_at": None}),
            }
        ]
    times = meta({"created_at": None, "updated_at": closed["closed_at"]})
    return [
        {
            "Id": "1",
            "AccountingInfoPrefs": {"BookCloseDate": _last_day(closed["period"])},
            "MetaData": times,
        }
    ]


def _last_day(period: str) -> str:
    year, month = (int(part) for part in period.split("-"))
    return f"{period}-{monthrange(year, month)[1]:02}"


def company(world: World) -> dict[str, Any]:
    """Return the company; its books begin in the month of the first posting."""
    postings = world.records("accounting", "journal_lines")
    first = min((row["posting_date"] for row in postings), default=world.day)
    return {
        "Id": "1",
        "CompanyName": "Meridian Advisory",
        "CompanyStartDate": str(first.replace(day=1)),
        "MetaData": meta({"created_at": None}),
    }
