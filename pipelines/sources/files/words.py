"""Text columns of a file: currencies, names, addresses, closed lists, odd marks."""

import pyarrow as pa
import pyarrow.compute as pc

from pipelines.common_model import Column
from pipelines.sources.currencies import CURRENCIES
from pipelines.sources.files.reasons import CellError
from pipelines.sources.files.typed import Typed, positions
from pipelines.sources.reason_codes import REASONS
from pipelines.sources.texts import LONGEST, ODD, is_email, is_nameless, wrong_with


def type_texts(texts: pa.Array, column: Column) -> Typed:
    """Return the texts of a column and what is wrong with them."""
    if texts.null_count == len(texts):
        return Typed(texts)
    if column.name.endswith("currency") or column.name == "currency_code":
        typed = Typed(pc.utf8_upper(texts))
        _listed(typed, column, CURRENCIES, "currency_unknown", "three letters as EUR")
    elif column.values:
        words = pc.replace_substring_regex(pc.utf8_lower(texts), r"[\s-]+", "_")
        typed = Typed(words)
        known = frozenset(column.values)
        _listed(typed, column, known, "enum_unknown", ", ".join(column.values))
    else:
        typed = Typed(texts)
        _odd(typed, column)
    if column.is_required and column.name.endswith("_name"):
        _named(typed, column)
    if column.name.endswith("email"):
        for at in positions(pc.is_valid(texts)):
            if not is_email(texts[at].as_py()):
                typed.flags[at] = _of(column, texts[at].as_py(), "email_malformed")
    return typed


def _listed(
    typed: Typed, column: Column, known: frozenset[str], code: str, asked: str
) -> None:
    said = typed.values
    is_known = pc.is_in(said, pa.array(sorted(known), pa.string()))
    for at in positions(pc.and_(pc.is_valid(said), pc.invert(is_known))):
        typed.problems[at] = CellError(
            code, f'{column.name} is "{said[at]}"; write {asked}'
        )


def _named(typed: Typed, column: Column) -> None:
    said = typed.values
    is_plain = pc.match_substring_regex(said, "[A-Za-z0-9]")
    for at in positions(pc.invert(is_plain)):
        if is_nameless(said[at].as_py()):
            typed.problems[at] = CellError(
                "name_empty_after_normalise",
                f'{column.name} is "{said[at]}"; write the name',
            )


def _odd(typed: Typed, column: Column) -> None:
    said = typed.values
    for at in positions(pc.match_substring_regex(said, ODD)):
        text = said[at].as_py()
        if code := wrong_with(text):
            found = _of(column, text, code)
            (typed.flags if REASONS[code].is_loaded else typed.problems)[at] = found
    for at in positions(pc.greater(pc.binary_length(said), LONGEST)):
        typed.problems[at] = CellError(
            "field_too_long", f"{column.name} is longer than 64 KiB; shorten it"
        )


def _of(column: Column, text: str, code: str) -> CellError:
    meaning = REASONS[code].meaning
    said = meaning[:1].lower() + meaning[1:]
    return CellError(code, f"{column.name} is {text[:60]!r}: {said}")
