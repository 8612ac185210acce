"""What came over the wire, before anyone believes it."""

import json
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

import requests

from pipelines.sources.values import Malformed


@dataclass(frozen=True)
class Answer:
    """An answer that came with a good status: its content, or what is wrong with it."""

    body: Any
    problem: str = ""
    is_unsigned: bool = False
    """Whether the system did not accept the key or token."""

    code: str = ""
    """The reason code of an answer that is no JSON."""

    content: bytes = field(default=b"", repr=False)
    headers: Mapping[str, str] = field(default_factory=dict)
    """What the answer said about itself; names in any case."""


UNSIGNED = Answer(
    None, "the key was refused (401); check the secret in the environment", True
)


def no_error(body: Any) -> str | None:
    """Return None: an answer with status 200 is an answer."""
    return None


def never_final(response: requests.Response) -> bool:
    """Return False: the status alone says what a refusal means."""
    return False


def read(content: bytes, error_in: Callable[[Any], str | None]) -> Answer:
    """Return the parsed answer; decimal numbers become Decimal, never float.

    Half an answer, an HTML page and an error that travels with a good status are
    problems, not answers. What JSON should not hold inside a record (NaN, a field said
    twice) is marked as `Malformed`, so that only that record is set aside.
    """
    try:
        body = json.loads(
            content,
            parse_float=Decimal,
            parse_constant=_not_a_number,
            object_pairs_hook=_record,
        )
    except RecursionError:
        return Answer(None, "the answer is nested too deeply", code="json_depth_bomb")
    except UnicodeDecodeError:
        return Answer(None, "the answer is not UTF-8", code="json_invalid_utf8")
    except ValueError as error:
        code = _what_is_wrong(content, error)
        return Answer(None, "the answer is not complete JSON", code=code)
    if isinstance(body, Malformed):
        return Answer(None, "the answer is no JSON record", code=body.code)
    found = error_in(body)
    return (
        Answer(None, f"the answer holds an error: {found}") if found else Answer(body)
    )


def _record(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """Return a record; a field that says two things at once is marked as such."""
    record = dict(pairs)
    if len(record) != len(pairs):
        seen: dict[str, Any] = {}
        for name, value in pairs:
            if name in seen and seen[name] != value:
                record[name] = Malformed("json_duplicate_key", [seen[name], value])
            seen[name] = value
    return record


def _what_is_wrong(content: bytes, error: ValueError) -> str:
    """Return the code of an answer that the parser could not read to the end."""
    at = getattr(error, "pos", len(content))
    is_comma = re.search(rb",\s*$", content[:at]) and content[at : at + 1] in b"]}"
    return "json_trailing_comma" if is_comma and at < len(content) else "json_truncated"


def read_text(content: bytes, error_in: Callable[[Any], str | None]) -> Answer:
    """Return the answer as text, for the few that are not JSON (CSV)."""
    try:
        return Answer(content.decode("utf-8-sig"))
    except UnicodeDecodeError:
        return Answer(None, "the answer is not UTF-8 text")


def masked(text: str, secrets: Iterable[str]) -> str:
    """Return ``text`` with every secret replaced by three stars."""
    for secret in secrets:
        text = text.replace(secret, "***")
    return text


def _not_a_number(name: str) -> Malformed:
    return Malformed("json_nan_inf", name)
