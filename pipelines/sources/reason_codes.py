"""The closed list of reasons why a record is set aside, or loaded and flagged."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Reason:
    """One code: what it says of a record, and what to do about it."""

    meaning: str
    advice: str
    is_loaded: bool
    """Whether the record is loaded all the same, and only flagged."""


def _read() -> dict[str, Reason]:
    said = tomllib.loads(Path(__file__).with_suffix(".toml").read_text())
    return {
        code: Reason(*_parts(text), is_loaded=outcome == "flagged")
        for outcome, codes in said.items()
        for code, text in codes.items()
    }


def _parts(text: str) -> tuple[str, str]:
    meaning, _, advice = text.partition(" | ")
    return meaning, advice


REASONS: Mapping[str, Reason] = _read()
