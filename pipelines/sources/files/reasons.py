"""Why a cell cannot be read: one code of the closed list, and words to correct it."""

import re

from pipelines.common_model import Column


class CellError(ValueError):
    """A cell does not fit its column. `code` is stable; the message says what to do."""

    def __init__(self, code: str, what: str) -> None:
        super().__init__(what)
        self.code = code


def empty(column: Column) -> CellError:
    """Return the reason for an empty cell in a column that a row cannot do without."""
    if column.kind in ("money", "unit", "rate", "share", "percent"):
        code = "amount_empty"
    elif "currency" in column.name:
        code = "currency_missing"
    elif column.kind in ("date", "timestamp"):
        code = "date_invalid"
    elif column.name.endswith("_name"):
        code = "name_empty_after_normalise"
    else:
        code = "key_empty"
    return CellError(code, f"{column.name} is empty; the row cannot do without it")


NUMBERS = (
    ("amount_text_locale", r"\d{1,3}:\d\d", "write hours as a number: 7:30 is 7.5"),
    ("json_nan_inf", r"(?i).*\b(nan|inf|infinity)\b.*", "write a number or nothing"),
    (
        "amount_parenthesis_negative",
        r"\(.*\)|.*-",
        "write negative numbers with - in front",
    ),
    ("amount_thousands", r"[+-]?\d{1,3}(,\d{3})+(\.\d+)?", "leave out the commas"),
    (
        "key_type_changed",
        r"=.*",
        "a formula without its result; open the file in Excel and save it",
    ),
    (
        "amount_currency_symbol",
        r".*([$€£¥₹]|\b[A-Z]{3}\b).*",
        "write the number alone, the currency has its own column",
    ),
    (
        "json_huge_number",
        r"[+-]?\d+(\.\d+)?[eE][+-]?\d+",
        "write the number without an exponent",
    ),
)
"""Code, form and advice; the first form that fits is the reason."""


def unreadable_number(text: str, name: str) -> CellError:
    """Return the reason why ``text`` is no decimal number with a dot."""
    for code, form, advice in NUMBERS:
        if re.fullmatch(form, text):
            return CellError(code, f'{name} is "{text}"; {advice}')
    return CellError(
        "amount_text_locale",
        f'{name} is "{text}"; write a number with a dot, such as 1200.50, or say '
        'decimal = "," under [imports] of firm.toml when all files have commas',
    )
