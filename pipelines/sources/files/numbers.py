"""Decimal numbers of files: a dot, no thousands marks, exact."""

import re
from decimal import ROUND_HALF_UP, Decimal

import pyarrow as pa
import pyarrow.compute as pc

from pipelines.common_model import Column
from pipelines.sources.files.reasons import CellError, unreadable_number


def read_numbers(texts: pa.Array, column: Column, kind: pa.DataType) -> pa.Array:
    """Return ``texts`` as decimals, all at once.

    Raises pa.ArrowInvalid when one of them is anything but a plain number that fits.
    """
    whole, scale = kind.precision - kind.scale, kind.scale
    plain = rf"^-?\d{{1,{whole}}}(\.\d{{1,{scale}}})?$"
    is_plain = pc.all(pc.match_substring_regex(texts, plain)).as_py()
    if column.kind == "share" or is_plain is False:
        raise pa.ArrowInvalid("not all numbers are plain")
    return texts.cast(kind)


def with_dots(texts: pa.Array) -> pa.Array:
    """Return numbers with decimal commas as numbers with dots; the others as they are.

    Dots in front of three digits are thousands marks for a firm that writes commas.
    """
    has_comma = r"^[+-]?(\d{1,3}(\.\d{3})+|\d+)(,\d+)?$"
    is_so = pc.fill_null(pc.match_substring_regex(texts, has_comma), False)
    dotted = pc.replace_substring(pc.replace_substring(texts, ".", ""), ",", ".")
    return pc.if_else(is_so, dotted, texts)


def read_number(text: str, column: Column, kind: pa.DataType) -> Decimal:
    """Return the number; rates, hours and shares are rounded to what the column holds.

    Money is never rounded: more than two decimals are a reason to set the row aside.
    """
    if not re.fullmatch(r"[+-]?(\d+\.?\d*|\.\d+)", text):
        raise unreadable_number(text, column.name)
    number = Decimal(text)
    if abs(number) >= Decimal(10) ** (kind.precision - kind.scale):
        raise CellError("amount_overflow", f'{column.name} is "{text}", too large')
    rounded = number.quantize(Decimal(1).scaleb(-kind.scale), ROUND_HALF_UP)
    if column.kind == "money" and rounded != number:
        raise CellError(
            "amount_scale",
            f'{column.name} is "{text}"; an amount of money has two decimals',
        )
    if column.kind == "share" and not 0 <= rounded <= Decimal("1.5"):
        raise CellError(
            "percent_vs_fraction",
            f'{column.name} is "{text}"; write a share from 0 to 1, 40 % is 0.4',
        )
    return rounded
