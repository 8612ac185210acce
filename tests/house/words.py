"""Rules of the sentences that explain a difference to people."""

import re

SLOTS = {"amount", "records", "n", "higher", "adds", "as_of"}
BANNED = r"\b(?:varianc\w*|deltas?|reconcil\w*|leak(?:s|age)?|residuals?)\b"


def long_sentences(text: str) -> list[str]:
    """Return sentences of more than twenty words."""
    return [s for s in re.split(r"(?<=[.?!])\s+", text) if len(s.split()) > 20]


def jargon(text: str) -> list[str]:
    """Return words that only accountants of differences use."""
    return re.findall(BANNED, text, re.I)


def unknown_slots(text: str) -> set[str]:
    """Return slots that nothing fills."""
    return set(re.findall(r"\{(\w*)\}", text)) - SLOTS
