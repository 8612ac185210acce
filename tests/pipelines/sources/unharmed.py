"""Which fault cannot happen to which system, by the way it answers."""

from collections.abc import Mapping

BY_ID = "Pages begin behind the last id: nothing moves when something is added or gone."
WHOLE = "A sheet comes in one answer."
FROZEN = "The server keeps what a query found until its last page is read."
TEXTS = "Every value is a text already."
LEFT_OUT = "A field without a value is left out, not null."
NO_MONEY = "It tells of no money."

UNHARMED: Mapping[str, Mapping[str, str]] = {
    "A18": {"birdview": BY_ID, "google_sheets": WHOLE, "salesforce": FROZEN},
    "A19": {"birdview": BY_ID, "google_sheets": WHOLE, "salesforce": FROZEN},
    "A20": {"google_sheets": WHOLE},
    "A24": {"birdview": "A list comes without a count.", "google_sheets": WHOLE},
    "C05": {"bamboohr": TEXTS, "hubspot": TEXTS},
    "C07": {"bamboohr": LEFT_OUT, "quickbooks": LEFT_OUT, "xero": LEFT_OUT},
    "C10": {"bamboohr": NO_MONEY, "personio": NO_MONEY},
    "C11": {
        "google_sheets": "A day is a number.",
        "hubspot": "A day is a moment, with its zone.",
    },
}
"""Code of a fault → system → why no answer of it can have the fault."""

BELIEVED = {(fault, "google_sheets") for fault in ("A15", "A16", "C09")}
"""What a firm writes into its own sheet is believed: nothing, or another unit."""


def can_meet(fault: str, system: str) -> bool:
    """Say whether a fault can happen to a system, and is one there."""
    code = fault.split(maxsplit=1)[0]
    return system not in UNHARMED.get(code, ()) and (code, system) not in BELIEVED
