"""What is wrong with a text that people read: one list for templates and for nights."""

import re

MOST_WORDS, MOST_SENTENCES, HIGHEST_GRADE = 20, 3, 8
BANNED = r"\b(?:varianc\w*|deltas?|reconcil\w*|leak(?:s|age)?|residuals?)\b"
EMPTY = r"\b(?:None(?! of)|nan|NaN|NULL|null)\b|[{}]|  | [.,;:]|^\s|\s$"
PLURAL_OF_ONE = r"\b1 (?:working )?(?:hour|day|deal|project|invoice|record)s\b"
MINUS = r"(?:^|\s)-\d"


def sentences(text: str) -> list[str]:
    """Return the sentences of a text; what follows one begins anew."""
    return [said for said in re.split(r"(?<=[.!?])\s+(?=[A-Z0-9\"])", text) if said]


def faults(text: str) -> list[str]:
    """Return what a reader would stumble over; nothing for a text that reads well."""
    told = []
    if any(len(said.split()) > MOST_WORDS for said in sentences(text)):
        told.append("a long sentence")
    if len(sentences(text)) > MOST_SENTENCES:
        told.append("too many sentences")
    if re.search(EMPTY, text):
        told.append("an empty slot")
    if re.search(MINUS, text):
        told.append("a minus")
    if re.search(BANNED, text, re.I):
        told.append("jargon")
    if re.search(
        r"\b1 (?!of\b)(?:\w+ )?(?:hour|day|deal|project|invoice|record)s\b", text
    ):
        told.append("a plural of one")
    if not text.endswith((".", "!", "?")):
        told.append("no end")
    return told


def grade(text: str) -> float:
    """Return the school grade of Flesch and Kincaid (1975), by counted vowel groups."""
    said = re.findall(r"[A-Za-z]+", text)
    syllables = sum(_syllables(word.lower()) for word in said)
    per_sentence = len(said) / len(sentences(text))
    return 0.39 * per_sentence + 11.8 * syllables / len(said) - 15.59


def _syllables(word: str) -> int:
    found = len(re.findall(r"[aeiouy]+", word))
    is_silent = word.endswith("e") and not word.endswith("le")
    return max(1, found - is_silent)
