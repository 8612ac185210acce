"""The kinds of raw columns: how each is read, stored and declared, exactly once."""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from decimal import Decimal, InvalidOperation
from typing import Any

import pyarrow as pa

PRECISION, SCALE = 28, 10
SMALLEST = Decimal(1).scaleb(-SCALE)
BELOW = Decimal(10) ** (PRECISION - SCALE)


class Unreadable(ValueError):
    """A value that is not of its column's kind; the code says in which way."""

    def __init__(self, code: str, value: object) -> None:
        super().__init__(f"{value!r} cannot be read")
        self.code = code


@dataclass(frozen=True)
class Kind:
    """One kind of column in Python, Arrow, dlt and DuckDB."""

    read: Callable[[Any], object]
    """Turns what an API says into a value. Raises Unreadable, never guesses."""

    arrow: pa.DataType
    dlt: Mapping[str, object]
    duckdb: str


def _text(said: Any) -> str:
    if isinstance(said, str):
        return said
    if isinstance(said, bool):
        return str(said).lower()
    return json.dumps(said) if isinstance(said, dict | list) else str(said)


def _decimal(said: Any) -> Decimal:
    if isinstance(said, bool | float | dict | list):
        raise Unreadable("key_type_changed", said)
    try:
        number = Decimal(said)
    except InvalidOperation:
        raise Unreadable(_what_is_wrong_with_amount(said), said) from None
    if not number.is_finite():
        raise Unreadable("json_nan_inf", said)
    if abs(number) >= BELOW:
        raise Unreadable("amount_overflow", said)
    return number.quantize(SMALLEST)


def _what_is_wrong_with_amount(said: str) -> str:
    if said.startswith("("):
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


def _integer(said: Any) -> int:
    number = _decimal(said)
    if number != number.to_integral_value():
        raise Unreadable("key_type_changed", said)
    return int(number)


def _boolean(said: Any) -> bool:
    known = {"true": True, "false": False, "1": True, "0": False}
    try:
        return known[str(said).lower()]
    except KeyError:
        raise Unreadable("enum_unknown", said) from None


def _date(said: Any) -> date:
    if isinstance(said, date) and not isinstance(said, datetime):
        return said
    try:
        return date.fromisoformat(said)
    except (TypeError, ValueError):
        raise Unreadable("date_invalid", said) from None


def _timestamp(said: Any) -> datetime:
    try:
        moment = said if isinstance(said, datetime) else datetime.fromisoformat(said)
    except (TypeError, ValueError):
        raise Unreadable("date_invalid", said) from None
    if moment.tzinfo is not None:
        return moment.astimezone(UTC).replace(tzinfo=None)
    if isinstance(said, str):
        raise Unreadable("date_no_tz", said)
    return moment


KINDS: Mapping[str, Kind] = {
    "text": Kind(_text, pa.string(), {"data_type": "text"}, "varchar"),
    "decimal": Kind(
        _decimal,
        pa.decimal128(PRECISION, SCALE),
        {"data_type": "decimal", "precision": PRECISION, "scale": SCALE},
        f"decimal({PRECISION}, {SCALE})",
    ),
    "integer": Kind(_integer, pa.int64(), {"data_type": "bigint"}, "bigint"),
    "boolean": Kind(_boolean, pa.bool_(), {"data_type": "bool"}, "boolean"),
    "date": Kind(_date, pa.date32(), {"data_type": "date"}, "date"),
    "timestamp": Kind(
        _timestamp,
        pa.timestamp("us"),
        {"data_type": "timestamp", "timezone": False, "precision": 6},
        "timestamp",
    ),
}
