"""How Xero writes moments, days, numbers and rates."""

import re
from datetime import UTC, date, datetime, timedelta, timezone
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from pipelines.sources import Record

_MSDATE = re.compile(r"/Date\((-?\d+)([+-]\d{4})?\)/")
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_RATE = Decimal("0.00000001")


def moment(said: str | None) -> str | None:
    """Return ``/Date(1539993600000+0000)/`` as ISO 8601 with its zone; none is UTC.

    Anything else is returned as it is, so that it is quarantined and not guessed.
    """
    match = _MSDATE.fullmatch(said or "")
    if match is None:
        return said
    return _at(match).isoformat()


def day(told: Record, name: str) -> str | None:
    """Return a business day: the DateString twin where there is one.

    The twin is the day as the organisation writes it; the other form is a moment, whose
    day is the one in its own zone.
    """
    twin = told.get(f"{name}String")
    if twin:
        return str(twin)[:10]
    said = told.get(name)
    match = _MSDATE.fullmatch(said or "")
    return said if match is None else _at(match).date().isoformat()


def _at(match: re.Match[str]) -> datetime:
    sign, hours, minutes = 1, 0, 0
    if zone := match[2]:
        sign, hours, minutes = int(f"{zone[0]}1"), int(zone[1:3]), int(zone[3:])
    own = timezone(sign * timedelta(hours=hours, minutes=minutes))
    return (_EPOCH + timedelta(milliseconds=int(match[1]))).astimezone(own)


def written_day(said: str) -> date | None:
    """Return a day of a report or a history, such as 28 Feb 18 or 28 Feb 2018."""
    for form in ("%d %b %y", "%d %b %Y", "%d %B %Y"):
        try:
            return datetime.strptime(said.strip(), form).date()
        except ValueError:
            continue
    return None


def exchange_rate(told: Record) -> Decimal | None:
    """Return units of the books' currency per 1 unit of the document's.

    CurrencyRate says the opposite: units of the document's currency per 1 unit of the
    books'.
    """
    rate = told.get("CurrencyRate")
    return (1 / Decimal(rate)).quantize(_RATE, ROUND_HALF_UP) if rate else None


def text(number: Any) -> str | None:
    """Return a number as text, exactly as it came."""
    if number is None:
        return None
    return f"{number:f}" if isinstance(number, Decimal) else str(number)
