"""Texts of one column as values of its kind, a whole column at a time.

Columns written as IMPORTS.md asks take the fast way through Arrow. Cells that do not
fit are looked at one by one (`reasons.py`), so that their row can be set aside with a
reason while every other row is loaded.
"""

from collections.abc import Callable
from dataclasses import dataclass
from zoneinfo import ZoneInfo

import pyarrow as pa
import pyarrow.compute as pc

from pipelines.common_model import Column
from pipelines.sources.files import moments, numbers, reasons
from pipelines.sources.files.reasons import CellError

ARROW_TYPES: dict[str, pa.DataType] = {
    "text": pa.string(),
    "money": pa.decimal128(18, 2),
    "unit": pa.decimal128(18, 4),
    "rate": pa.decimal128(18, 8),
    "share": pa.decimal128(9, 6),
    "percent": pa.decimal128(9, 4),
    "date": pa.date32(),
    "timestamp": pa.timestamp("us"),
    "boolean": pa.bool_(),
}
TRUTHS = {"true": True, "t": True, "yes": True, "y": True, "1": True}
LIES = {"false": False, "f": False, "no": False, "n": False, "0": False}


@dataclass(frozen=True)
class Typed:
    """A column's values, and what is wrong with the cells that became null."""

    values: pa.Array
    problems: dict[int, CellError]
    """By position in the column."""


def type_column(texts: pa.Array, column: Column, zone: ZoneInfo) -> Typed:
    """Return ``texts`` (trimmed; empty is null) as values of the column's kind."""
    kind = ARROW_TYPES[column.kind]
    if column.kind in ("money", "unit", "rate", "share", "percent"):
        typed = _fast_or_slow(
            texts,
            column,
            lambda said: numbers.read_numbers(said, column, kind),
            lambda text, name: numbers.read_number(text, column, kind),
        )
    elif column.kind == "boolean":
        typed = _one_by_one(texts, column, _truth)
    elif column.kind == "date":
        typed = _fast_or_slow(texts, column, moments.read_dates, moments.read_date)
    elif column.kind == "timestamp":
        typed = _fast_or_slow(
            texts,
            column,
            lambda said: moments.read_moments(said, zone),
            lambda text, name: moments.read_moment(text, name, zone),
        )
    else:
        typed = _texts(texts, column)
    if column.is_required:
        for at in _positions(pc.is_null(texts)):
            typed.problems[at] = reasons.empty(column)
    return typed


def _positions(mask: pa.Array) -> list[int]:
    found: list[int] = pc.indices_nonzero(pc.fill_null(mask, False)).to_pylist()
    return found


def _texts(texts: pa.Array, column: Column) -> Typed:
    problems: dict[int, CellError] = {}
    is_currency = column.name.endswith("currency") or column.name == "currency_code"
    if is_currency:
        texts = pc.utf8_upper(texts)
        for at in _positions(pc.invert(pc.match_substring_regex(texts, "^[A-Z]{3}$"))):
            problems[at] = CellError(
                "currency_unknown",
                f'{column.name} is "{texts[at]}"; write three letters such as EUR',
            )
    for at in _positions(pc.greater(pc.binary_length(texts), 65_536)):
        problems[at] = CellError(
            "field_too_long", f"{column.name} is longer than 64 KiB; shorten it"
        )
    return Typed(texts, problems)


def _truth(text: str, name: str) -> bool:
    known = TRUTHS | LIES
    if text.lower() not in known:
        raise CellError("enum_unknown", f'{name} is "{text}"; write true or false')
    return known[text.lower()]


def _fast_or_slow(
    texts: pa.Array,
    column: Column,
    fast: Callable[[pa.Array], pa.Array],
    slow: Callable[[str, str], object],
) -> Typed:
    try:
        return Typed(fast(texts), {})
    except pa.ArrowInvalid:
        return _one_by_one(texts, column, slow)


def _one_by_one(
    texts: pa.Array, column: Column, read: Callable[[str, str], object]
) -> Typed:
    values: dict[str, object] = {}
    wrong: dict[str, CellError] = {}
    for text in pc.unique(texts).to_pylist():
        if text is not None:
            try:
                values[text] = read(text, column.name)
            except CellError as error:
                wrong[text] = error
    said = texts.to_pylist()
    return Typed(
        pa.array(
            [None if text is None else values.get(text) for text in said],
            ARROW_TYPES[column.kind],
        ),
        {at: wrong[text] for at, text in enumerate(said) if text in wrong}
        if wrong
        else {},
    )
