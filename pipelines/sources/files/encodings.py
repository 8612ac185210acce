"""The bytes of a text file as UTF-8, whatever program wrote them."""

import codecs
from dataclasses import dataclass


@dataclass(frozen=True)
class Decoded:
    """A file as UTF-8, and the lines that were not."""

    content: bytes
    note: str = ""
    """What a reader should know about how the file was read."""


def as_utf8(content: bytes) -> Decoded:
    """Return ``content`` as UTF-8 without a mark.

    UTF-16 is told by its mark or its zero bytes. A file that nowhere is UTF-8 is taken
    for Windows-1252, which Excel writes as plain CSV, and that is said. Where only some
    lines are not UTF-8, nobody can know what they mean: what cannot be read in them
    becomes U+FFFD, and their rows are set aside.
    """
    encoding = _utf16(content)
    if encoding:
        return Decoded(content.decode(encoding, "replace").encode())
    content = content.removeprefix(codecs.BOM_UTF8)
    if _is_utf8(content):
        return Decoded(content)
    lines = content.split(b"\n")
    readable = [_is_utf8(line) for line in lines]
    if any(r and not line.isascii() for r, line in zip(readable, lines, strict=True)):
        return Decoded(content.decode("utf-8", "replace").encode())
    return Decoded(
        content.decode("cp1252", "replace").encode(),
        "was read as Windows-1252, because it is not UTF-8. Look at names "
        "with accents; when they are wrong, save the file as CSV UTF-8",
    )


def _utf16(content: bytes) -> str:
    if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return "utf-16"
    if len(content) > 3 and not any(content[1:40:2]):
        return "utf-16-le"
    return "utf-16-be" if len(content) > 3 and not any(content[:40:2]) else ""


def _is_utf8(line: bytes) -> bool:
    try:
        line.decode()
    except UnicodeDecodeError:
        return False
    return True
