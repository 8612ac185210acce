"""Rules of dbt's SQL: the same night twice, no float as money, no brand, no answers."""

import re

CLOCKS = (
    r"\b(?:now|today|random|uuid|gen_random_uuid)\s*\(|\bcurrent_(?:date|time\w*)\b"
)
FLOATS = r"::\s*(?:double|float|real)\b|\bas\s+(?:double|float|real|float[48])\b"
BRANDS = (
    r"hubspot|salesforce|birdview|kantata|harvest|quickbooks|xero|bamboohr|personio"
)
SOURCES = r"source\(\s*'(\w+)'"
WORD = r"'([a-z_]+)'"
SAID = (
    r"'([a-z_]+)' as driver\b",
    r"\bdriver\s*(?:=|!=)\s*'([a-z_]+)'",
)
LISTED = r"\bdriver\s+(?:not\s+)?in\s*\(([^)]*)\)"


def code(sql: str) -> str:
    """Return the SQL without its comments."""
    return re.sub(r"\{#.*?#\}|--[^\n]*", "", sql, flags=re.S)


def clocks(sql: str) -> list[str]:
    """Return what would make two nights over the same data differ."""
    return re.findall(CLOCKS, code(sql), re.I)


def floats(sql: str) -> list[str]:
    """Return casts to a type that cannot hold cents."""
    return re.findall(FLOATS, code(sql), re.I)


def brands(sql: str) -> list[str]:
    """Return vendors' names; after staging, systems are roles."""
    return re.findall(BRANDS, sql, re.I)


def sources(sql: str) -> set[str]:
    """Return the sources that a model reads."""
    return set(re.findall(SOURCES, code(sql)))


def drivers(sql: str) -> set[str]:
    """Return every driver that a model gives or asks for by name."""
    text = code(sql)
    found = {word for pattern in SAID for word in re.findall(pattern, text)}
    for words in re.findall(LISTED, text):
        found |= set(re.findall(WORD, words))
    for end in re.finditer(r"\bend as driver\b", text):
        found |= _outcomes(text[: end.start()])
    return found


def _outcomes(before: str) -> set[str]:
    """Return what the innermost open `case` at the end of this text can answer."""
    depth = 1
    tokens = list(re.finditer(r"\b(?:case|end)\b", before))
    for token in reversed(tokens):
        depth += 1 if token.group() == "end" else -1
        if depth == 0:
            return set(re.findall(rf"\b(?:then|else)\s+{WORD}", before[token.end() :]))
    return set()
