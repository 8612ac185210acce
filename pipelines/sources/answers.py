"""What came over the wire, before anyone believes it."""

import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, NoReturn

import requests


@dataclass(frozen=True)
class Answer:
    """An answer that came with a good status: its content, or what is wrong with it."""

    body: Any
    problem: str = ""
    is_unsigned: bool = False
    """Whether the system did not accept the key or token."""


UNSIGNED = Answer(
    None, "the key was refused (401); check the secret in the environment", True
)


def no_error(body: Any) -> str | None:
    """Return None: an answer with status 200 is an answer."""
    return None


def never_final(response: requests.Response) -> bool:
    """Return False: every 429 goes away by waiting."""
    return False


def read(content: bytes, error_in: Callable[[Any], str | None]) -> Answer:
    """Return the parsed answer; decimal numbers become Decimal, never float.

    Half an answer, an HTML page and an error that travels with a good status are
    problems, not answers.
    """
    try:
        body = json.loads(content, parse_float=Decimal, parse_constant=_not_a_number)
    except ValueError:
        return Answer(None, "the answer is not complete JSON")
    found = error_in(body)
    return (
        Answer(None, f"the answer holds an error: {found}") if found else Answer(body)
    )


def masked(text: str, secrets: Iterable[str]) -> str:
    """Return ``text`` with every secret replaced by three stars."""
    for secret in secrets:
        text = text.replace(secret, "***")
    return text


def _not_a_number(name: str) -> NoReturn:
    raise ValueError(f"{name} is not a number")
