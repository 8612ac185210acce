"""Dates and times of files: ISO 8601, UTC in the warehouse, never guessed."""

import re
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pyarrow as pa
import pyarrow.compute as pc

from pipelines.sources.days import day_code
from pipelines.sources.files.reasons import CellError

DATE = re.compile(r"\d{4}-\d\d-\d\d")
MOMENT = re.compile(r"\d{4}-\d\d-\d\d([T ]\d\d:\d\d(:\d\d(\.\d{1,9})?)?)?")
OFFSET = re.compile(r"(Z|[+-]\d\d(:?\d\d)?)$")
OPEN_ENDS = ("valid_to", "to_date", "end_date", "service_end_date")
"""Columns in which a year such as 9999 is a custom: it means without end."""


def read_moments(texts: pa.Array, zone: ZoneInfo) -> pa.Array:
    """Return ``texts`` as UTC without a zone, all at once.

    Raises pa.ArrowInvalid unless all of them carry an offset, or none of them does.
    """
    has_offset = pc.match_substring_regex(texts, r"\d\d:\d\d.*(Z|[+-]\d\d(:?\d\d)?)$")
    if pc.all(has_offset).as_py():
        zoned = texts.cast(pa.timestamp("us", "UTC"))
    elif not pc.any(has_offset).as_py():
        zoned = pc.assume_timezone(
            texts.cast(pa.timestamp("us")),
            str(zone),
            ambiguous="earliest",
            nonexistent="latest",
        )
    else:
        raise pa.ArrowInvalid("some times carry an offset, some do not")
    return plausible_at_once(
        zoned.cast(pa.timestamp("us", "UTC")).cast(pa.timestamp("us"))
    )


def read_dates(texts: pa.Array) -> pa.Array:
    """Return ``texts`` as dates, all at once. Raises pa.ArrowInvalid if one is odd."""
    is_iso = pc.match_substring_regex(texts, r"^\d{4}-\d\d-\d\d$")
    if pc.all(is_iso).as_py() is False:
        raise pa.ArrowInvalid("not all dates are plain ISO dates")
    return plausible_at_once(texts.cast(pa.date32()))


def plausible_at_once(found: pa.Array) -> pa.Array:
    """Return ``found``. Raises pa.ArrowInvalid when a year is not plausible."""
    years = pc.min_max(pc.year(found))
    least, most = years["min"].as_py(), years["max"].as_py()
    if least is not None and (least <= 1900 or most >= 2200):
        raise pa.ArrowInvalid("a year is not plausible")
    return found


def read_date(text: str, name: str) -> date:
    """Return the date; a time at midnight behind it is forgiven."""
    plain = re.sub(r"[T ]00:00(:00(\.0+)?)?(Z|[+-]\d\d:?\d\d)?$", "", text)
    if not DATE.fullmatch(plain):
        raise _unreadable(text, name)
    try:
        found = date.fromisoformat(plain)
    except ValueError:
        raise _no_such_day(text, name) from None
    return _plausible(found, text, name)


def read_moment(text: str, name: str, zone: ZoneInfo) -> datetime:
    """Return the moment in UTC without a zone; without an offset it is the firm's."""
    offset = OFFSET.search(text) if ":" in text else None
    local = text[: offset.start()] if offset else text
    if not MOMENT.fullmatch(local.strip()):
        raise _unreadable(text, name)
    try:
        found = datetime.fromisoformat(text.strip().replace(" ", "T", 1))
    except ValueError:
        raise _no_such_day(text, name) from None
    _plausible(found.date(), text, name)
    zoned = found if found.tzinfo else found.replace(tzinfo=zone)
    return zoned.astimezone(UTC).replace(tzinfo=None)


def _plausible(found: date, text: str, name: str) -> date:
    if found.year <= 1900:
        raise CellError(
            "date_1900_or_0001", f'{name} is "{text}", a stand-in; leave the cell empty'
        )
    if found.year >= 2200 and name not in OPEN_ENDS:
        raise CellError(
            "date_far_future", f'{name} is "{text}"; correct the year or leave it empty'
        )
    return found


def _no_such_day(text: str, name: str) -> CellError:
    return CellError("date_invalid", f'{name} is "{text}", a day that does not exist')


def _unreadable(text: str, name: str) -> CellError:
    code, said = day_code(text), f'{name} is "{text}"'
    if code == "date_ambiguous":
        said += ": day first or month first? Write 2026-05-31"
    elif code == "date_epoch_ms_vs_s":
        said += ", a number of days or seconds; format the column as a date, 2026-05-31"
    else:
        said += "; write it as 2026-05-31"
    return CellError(code, said)
