"""Texts of one column as values of its kind, a whole column at a time.

Columns written as IMPORTS.md asks take the fast way through Arrow. Cells that do not
fit are looked at one by one (`reasons.py`), so that their row can be set aside with a
reason while every other row is loaded.
"""

from collections.abc import Callable
from zoneinfo import ZoneInfo

import pyarrow as pa
import pyarrow.compute as pc

from pipelines.common_model import Column
from pipelines.sources.files import moments, numbers, reasons
from pipelines.sources.files.reasons import CellError
from pipelines.sources.files.typed import Typed, positions
from pipelines.sources.files.words import type_texts

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


def type_column(
    texts: pa.Array, column: Column, zone: ZoneInfo, decimal: str = "."
) -> Typed:
    """Return ``texts`` (trimmed; empty is null) as values of the column's kind.

    ``decimal`` is the mark in front of the cents: a comma when the firm writes so.
    """
    kind = ARROW_TYPES[column.kind]
    if column.kind in ("money", "unit", "rate", "share", "percent"):
        if decimal == ",":
            texts = numbers.with_dots(texts)
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
        typed = type_texts(texts, column)
    if column.is_required and texts.null_count:
        for at in positions(pc.is_null(texts)):
            typed.problems[at] = reasons.empty(column)
    return typed


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
    said = pc.unique(texts)
    values: list[object] = []
    wrong: dict[str | None, CellError] = {}
    for text in said.to_pylist():
        value = None
        if text is not None:
            try:
                value = read(text, column.name)
            except CellError as error:
                wrong[text] = error
        values.append(value)
    kinds = pa.array(values, ARROW_TYPES[column.kind])
    found = enumerate(texts.to_pylist()) if wrong else ()
    return Typed(
        kinds.take(pc.index_in(texts, said)),
        {at: wrong[text] for at, text in found if text in wrong},
    )
