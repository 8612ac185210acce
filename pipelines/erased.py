"""Who was erased: kept as keyed hashes, so that a night knows them and nobody else can.

`build/erased.json` holds a random key and, for each person, a mark and the hashes of
names and addresses. A value that a source tells again is replaced before it is stored.
"""

import hmac
import json
import os
import re
import secrets
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc

FILE = "erased.json"
WORD = re.compile(r"[^\s,;:()\"'<>\[\]|]+")
NAMES_APART = (("first_name", "last_name"), ("firstname", "lastname"))
"""Columns of one name in two; alone, neither says who it is."""


@dataclass
class Erased:
    """Every erased person's mark by the hashes of what they were called."""

    key: str = field(default_factory=lambda: secrets.token_hex(32))
    marks: dict[str, str] = field(default_factory=dict)
    n_words: int = 0
    """The most words of any name."""

    def add(self, phrases: Iterable[str], mark: str) -> None:
        """Remember these names and addresses as ``mark``."""
        for phrase in phrases:
            words = WORD.findall(phrase.lower())
            self.n_words = max(self.n_words, len(words))
            self.marks[self._hash(words)] = mark

    def said(self, text: str) -> str:
        """Return ``text`` with each erased name or address replaced by its mark."""
        words = list(WORD.finditer(text))
        parts, at, place = [], 0, 0
        while place < len(words):
            for length in range(min(self.n_words, len(words) - place), 0, -1):
                found = words[place : place + length]
                told = [word[0].lower().rstrip(".") for word in found]
                mark = self.marks.get(self._hash(told))
                if mark:
                    end = found[-1].end() - (found[-1][0].endswith("."))
                    parts += [text[at : found[0].start()], self._shown(mark, told)]
                    at, place = end, place + length
                    break
            else:
                place += 1
        return "".join([*parts, text[at:]])

    def cleaned(self, rows: pa.Table) -> pa.Table:
        """Return ``rows`` without any erased name or address."""
        for name in rows.column_names if self.marks else ():
            if pa.types.is_string(rows.schema.field(name).type):
                told = pc.dictionary_encode(rows[name].combine_chunks())
                changed = [
                    text and self.said(text) for text in told.dictionary.to_pylist()
                ]
                if changed != told.dictionary.to_pylist():
                    column = pa.array(changed, pa.string()).take(told.indices)
                    rows = _replaced(rows, name, column.to_pylist())
        for first, last in NAMES_APART:
            if self.marks and {first, last} <= set(rows.column_names):
                pairs = zip(
                    rows[first].to_pylist(), rows[last].to_pylist(), strict=True
                )
                apart = [self.apart(one, other) for one, other in pairs]
                rows = _replaced(rows, first, [one for one, _ in apart])
                rows = _replaced(rows, last, [other for _, other in apart])
        return rows

    def apart(self, first: str | None, last: str | None) -> tuple[str | None, ...]:
        """Return a name in two columns, replaced when together it is an erased one."""
        told = WORD.findall(f"{first or ''} {last or ''}".lower())
        mark = self.marks.get(self._hash(told))
        return ("Erased", mark) if mark else (first, last)

    @staticmethod
    def _shown(mark: str, words: list[str]) -> str:
        is_address = len(words) == 1 and "@" in words[0]
        return f"erased.{mark}@erased.invalid" if is_address else f"Erased {mark}"

    def _hash(self, words: Iterable[str]) -> str:
        told = " ".join(words).encode()
        return hmac.digest(bytes.fromhex(self.key), told, "sha256").hex()[:32]


def read_erased(build: Path) -> Erased:
    """Return who was erased from ``build``; nobody without a file."""
    try:
        told: Mapping[str, object] = json.loads((build / FILE).read_text())
    except FileNotFoundError:
        return Erased()
    return Erased(**told)  # type: ignore[arg-type]


def save_erased(build: Path, erased: Erased) -> None:
    """Write the file whole or not at all, readable by its owner alone."""
    unfinished = build / f".{FILE}"
    unfinished.touch(mode=0o600)
    unfinished.write_text(json.dumps(vars(erased), indent=1))
    os.replace(unfinished, build / FILE)


def pattern(phrases: Iterable[str]) -> str:
    """Return the regular expression that finds any of these phrases in a text."""
    between = r"[\s,;:()\"'<>\[\]|]+"
    told = (WORD.findall(phrase) for phrase in phrases)
    each = sorted(between.join(map(re.escape, words)) for words in told)
    return f"(?i){'|'.join(each)}"


def _replaced(rows: pa.Table, name: str, values: list[str | None]) -> pa.Table:
    at = rows.schema.get_field_index(name)
    return rows.set_column(at, rows.schema.field(name), pa.array(values, pa.string()))
