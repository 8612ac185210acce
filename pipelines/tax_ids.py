"""Tax ids as they are compared: only those that their country could have given."""

import re
from functools import cache

SCHEMES = ("vat", "ein", "tin", "abn", "bn")
"""What python-stdnum calls the numbers that a country taxes companies under."""


@cache
def comparable(tax_id: str, country: str) -> str | None:
    """Return the number without prefix and punctuation, or None when it proves nothing.

    ``country`` is an ISO 3166 code or empty; a prefix of the number itself goes first.
    Where check digits exist they must be right: one wrong digit would part two records
    of one company. Numbers of countries without a known scheme are taken as they are.
    """
    plain = re.sub(r"[^A-Z0-9]", "", tax_id.upper())
    prefix = plain[:2] if plain[:2].isalpha() else ""
    known = [m for place in (prefix, country) for m in _schemes(place)]
    if not known:
        return plain.removeprefix(country) or None
    for scheme in known:
        if scheme.is_valid(plain):
            return str(scheme.compact(plain)).removeprefix(prefix or country)
    return None


@cache
def _schemes(country: str) -> list:  # type: ignore[type-arg]
    # Slow import: the modules of a country are only read when one of its numbers is.
    from stdnum import get_cc_module

    if not country:
        return []
    found = (get_cc_module(country.lower(), name) for name in SCHEMES)
    return [module for module in found if module]
