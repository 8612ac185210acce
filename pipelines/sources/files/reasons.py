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
    elif column.kind in ("date", "timestamp"):
        code = "date_invalid"
    elif column.name.endswith("_name"):
        code = "name_empty_after_normalise"
    else:
        code = "key_empty"
    return CellError(code, f"{column.name} is empty; the row cannot do without it")


def unreadable_number(text: str, name: str) -> CellError:
    """Return the reason why ``text`` is no decimal number with a dot."""
    said = f'{name} is "{text}"'
    if re.search(r"(?i)\b(nan|inf|infinity)\b", text):
        return CellError("json_nan_inf", f"{said}; write a number or nothing")
    if re.fullmatch(r"\(.*\)|.*-", text):
        return CellError(
            "amount_parenthesis_negative", f"{said}; write negative numbers with -"
        )
    if re.fullmatch(r"[+-]?\d{1,3}(,\d{3})+(\.\d+)?", text):
        return CellError("amount_thousands", f"{said}; leave out the commas")
    if re.search(r"[$€£¥₹]|\b[A-Z]{3}\b", text):
        return CellError(
            "amount_currency_symbol",
            f"{said}; write the number alone, the currency has its own column",
        )
    if re.fullmatch(r"[+-]?\d+(\.\d+)?[eE][+-]?\d+", text):
        return CellError(
            "json_huge_number", f"{said}; write the number without an exponent"
        )
    return CellError(
        "amount_text_locale", f"{said}; write a number with a dot, such as 1200.50"
    )
