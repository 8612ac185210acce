"""What a system says, as a value of a declared kind: exact, or refused by code."""

from collections.abc import Callable
from datetime import UTC, date, datetime
from decimal import Decimal, InvalidOperation
from typing import Any, TypeVar

from pipelines.sources.days import day_code
from pipelines.sources.reason_codes import REASONS
from pipelines.sources.texts import LONGEST, wrong_with

Day = TypeVar("Day", date, datetime)
PRECISION, SCALE = 28, 10
SMALLEST = Decimal(1).scaleb(-SCALE)
BELOW = Decimal(10) ** (PRECISION - SCALE)


class Unreadable(ValueError):
    """A value that is not of its column's kind; the code says in which way."""

    def __init__(self, code: str, value: object) -> None:
        super().__init__(f"{value!r} cannot be read")
        self.code = code


DEEPEST = 20
DIGITS = 17
"""The most digits that a computer's own numbers have when they are written out."""


class Malformed:
    """A value that JSON should not hold, in the place where it was found."""

    def __init__(self, code: str, said: object) -> None:
        self.code, self.said = code, said

    def __repr__(self) -> str:
        """Return what was said."""
        return repr(self.said)


def read_text(said: Any) -> str:
    """Return a text; a number or a truth value is written as one, a list is not."""
    if isinstance(said, str):
        if (code := wrong_with(said)) and not REASONS[code].is_loaded:
            raise Unreadable(code, said)
        if len(said) > LONGEST and said[0] not in "[{":
            raise Unreadable("field_too_long", said[:40])
        return said
    if isinstance(said, dict | list):
        is_bomb = _depth(said) > DEEPEST
        code = "json_depth_bomb" if is_bomb else "key_type_changed"
        raise Unreadable(code, "a nested value" if is_bomb else said)
    return str(said).lower() if isinstance(said, bool) else str(said)


def _depth(said: Any, above: int = 0) -> int:
    if above > DEEPEST or not isinstance(said, dict | list):
        return above
    below = said.values() if isinstance(said, dict) else said
    return max((_depth(value, above + 1) for value in below), default=above + 1)


def read_decimal(said: Any) -> Decimal:
    """Return an exact number of ten decimals. Raises Unreadable, never guesses."""
    if isinstance(said, bool | float | dict | list):
        raise Unreadable("key_type_changed", said)
    try:
        number = Decimal(said)
    except InvalidOperation:
        raise Unreadable(_what_is_wrong_with_amount(said), said) from None
    if not number.is_finite():
        raise Unreadable("json_nan_inf", said)
    if number and abs(number.adjusted()) > 40:
        raise Unreadable("json_huge_number", said)
    if abs(number) >= BELOW:
        raise Unreadable("amount_overflow", said)
    exact = number.quantize(SMALLEST)
    if exact != number and len(number.as_tuple().digits) > DIGITS:
        raise Unreadable("json_float_precision", said)
    return exact


def _what_is_wrong_with_amount(said: str) -> str:
    if said.startswith("(") or said.endswith("-"):
        return "amount_parenthesis_negative"
    if "," in said:
        _, _, behind = said.rpartition(",")
        return (
            "amount_thousands"
            if len(behind) == 3 or "." in behind
            else ("amount_text_locale")
        )
    if any(not (mark.isalnum() or mark in "+-. ") for mark in said):
        return "amount_currency_symbol"
    return "key_type_changed"


def read_integer(said: Any) -> int:
    """Return a whole number."""
    number = read_decimal(said)
    if number != number.to_integral_value():
        raise Unreadable("key_type_changed", said)
    return int(number)


def read_boolean(said: Any) -> bool:
    """Return a truth value: true, false, 1 or 0."""
    known = {"true": True, "false": False, "1": True, "0": False}
    try:
        return known[str(said).lower()]
    except KeyError:
        raise Unreadable("enum_unknown", said) from None


def read_date(said: Any) -> date:
    """Return a day, told as ISO 8601."""
    if isinstance(said, date) and not isinstance(said, datetime):
        return said
    return _plausible(_parsed(said, date.fromisoformat), said)


def read_timestamp(said: Any) -> datetime:
    """Return a moment in UTC without a zone; its text must tell the zone."""
    if isinstance(said, datetime):
        moment = said
    else:
        moment = _plausible(_parsed(said, datetime.fromisoformat), said)
    if moment.tzinfo is not None:
        return moment.astimezone(UTC).replace(tzinfo=None)
    if isinstance(said, str):
        raise Unreadable("date_no_tz", said)
    return moment


def _parsed(said: Any, parse: Callable[[str], Day]) -> Day:
    try:
        return parse(said)
    except (TypeError, ValueError):
        raise Unreadable(day_code(str(said)), said) from None


def _plausible(found: Day, said: Any) -> Day:
    if found.year <= 1900:
        raise Unreadable("date_1900_or_0001", said)
    if found.year >= 2200 and found.year != 9999:
        raise Unreadable("date_far_future", said)
    return found
