"""Ids as systems make them: UUIDs and whole numbers that spell the firm's short ids.

Both keep the order of the texts, and ``text_of`` reads them back, so that two nights of
the same firm through different systems can be compared to the last cell.
"""

from uuid import UUID

SYMBOLS = " -0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdx"
"""The blank is the end; the small letters are those of suffixes."""

UUID_WIDTH, NUMBER_WIDTH = 23, 11


def spelled(text: str, width: int) -> int:
    """Return the number that spells ``text``; numbers sort as the texts do.

    Raises ValueError when the text is longer than ``width`` or not of `SYMBOLS`.
    """
    if len(text) > width:
        raise ValueError(f"The id {text} is longer than {width} symbols.")
    number = 0
    for symbol in text.ljust(width):
        number = number * len(SYMBOLS) + SYMBOLS.index(symbol)
    return number


def text_of(number: int) -> str:
    """Return the text that a number spells."""
    symbols = ""
    while number:
        number, symbol = divmod(number, len(SYMBOLS))
        symbols = SYMBOLS[symbol] + symbols
    return symbols.rstrip()


def uuid_of(text: str) -> str:
    """Return the UUID that spells ``text``."""
    return str(UUID(int=spelled(text, UUID_WIDTH)))


def number_of(text: str) -> str:
    """Return the whole number of 19 digits that spells ``text``."""
    return str(10**18 + spelled(text, NUMBER_WIDTH))
