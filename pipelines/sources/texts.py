"""What is wrong with a text, wherever it came from: one code of the closed list.

A text is looked at twice: one search for anything odd, which most texts pass, and only
for the others the question what it is.
"""

import re

ODD = (
    "[\x00\ufeff\ufffd\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069]"
    "|[ÂÃ][\u0080-\u00bf]|â€|<[A-Za-z/!]|^[=@\t]|^[+-][A-Za-z(]"
)
"""In the words that Python and Arrow share; a lone surrogate only Python can hold."""

LONGEST = 65_536
_odd = re.compile(ODD)
_surrogate = re.compile("[\ud800-\udfff]")
_zero_width = re.compile("[\u200b\u2060-\u2064]")
_bidi = re.compile("[\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_mojibake = re.compile("[ÂÃ][\u0080-\u00bf]|â€")
_command = re.compile(r"^[=@\t]|^[+-][A-Za-z(]|<[A-Za-z/!][^>]*>")
_email = re.compile(r"[^@\s]+@[^@\s.]+(\.[^@\s.]+)+")
_UTF16 = re.compile("(?:[^\x00]\x00){2,}|(?:\x00[^\x00]){2,}")


def wrong_with(text: str) -> str | None:
    """Return the code of what is wrong with ``text``, the worst first, or None."""
    if not text.isascii() and _surrogate.search(text):
        return "json_lone_surrogate"
    if not _odd.search(text):
        return None
    for code, pattern in (
        ("json_utf16", _UTF16),
        ("json_nul_char", re.compile("\x00")),
        ("json_bom", re.compile("\ufeff")),
        ("json_invalid_utf8", re.compile("\ufffd")),
        ("name_mojibake", _mojibake),
        ("name_zero_width", _zero_width),
        ("name_bidi_control", _bidi),
        ("html_or_formula_payload", _command),
    ):
        if pattern.search(text):
            return code
    return None


def is_email(text: str) -> bool:
    """Return whether ``text`` could be an e-mail address."""
    return bool(_email.fullmatch(text))


def is_nameless(text: str) -> bool:
    """Return whether a name has neither a letter nor a digit in any script."""
    return not any(mark.isalnum() for mark in text)
