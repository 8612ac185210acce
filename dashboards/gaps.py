"""The answers about a gap: how large it is, what it is made of, where to fix it."""

from collections.abc import Mapping, Sequence
from decimal import Decimal

from dashboards import words
from dashboards.anchors import ANCHORS
from dashboards.bridge import Step


def why_different(
    name: str,
    currency: str,
    start: tuple[str, Decimal],
    end: tuple[str, Decimal],
    steps: Sequence[Step],
) -> str:
    """Answer page 2: how far apart two numbers are, and what of it is explained."""
    gap = end[1] - start[1]
    left, right = ANCHORS[start[0]].label, ANCHORS[end[0]].label
    if not gap:
        first = (
            f"{name}: {left} and {right} are the same, {words.coded(end[1], currency)}."
        )
    else:
        way = "higher" if gap > 0 else "lower"
        first = (
            f"{name}: {right} is {words.coded(gap, currency)} {way} than "
            f"{words.small(left)}."
        )
    return f"{first} {causes(currency, steps)}"


def causes(currency: str, steps: Sequence[Step]) -> str:
    """Say what the steps between two numbers are made of."""
    if not steps:
        return "There is nothing to explain."
    missing = sum((abs(s.amount) for s in steps if s.driver_class == "U"), Decimal(0))
    fixes = sum(1 for s in steps if s.driver_class == "F")
    if not missing and not fixes:
        return "Every part is explained."
    fix = f"{words.count(fixes, 'cause')} {'needs' if fixes == 1 else 'need'} a fix"
    if not missing:
        return f"Every part is explained, and {fix}."
    no_reason = f"{words.coded(missing, currency)} has no reason on file."
    return f"{words.capital(fix)}. {no_reason}" if fixes else no_reason


def match_finance(
    name: str, currency: str, theirs: Decimal, ours: Decimal, steps: Sequence[Step]
) -> str:
    """Answer page 4: what accounting's export shows, what we show, what is between."""
    if theirs == ours:
        return (
            f"{name}: accounting's export and we show the same, {currency} "
            f"{words.cents(ours)}."
        )
    return (
        f"{name}: accounting's export shows {currency} {words.cents(theirs)}. We show "
        f"{words.cents(ours)}. {causes(currency, steps)}"
    )


def where_to_fix(per_role: Mapping[str, int]) -> str:
    """Answer page 3: how many things need a fix, and in which system."""
    n_all = sum(per_role.values())
    if not n_all:
        return "Nothing to fix."
    verb = "needs" if n_all == 1 else "need"
    places = words.listed(
        [
            f"{count:,} in {words.role(role)}"
            for role, count in per_role.items()
            if count
        ]
    )
    return f"{words.capital(words.count(n_all, 'thing'))} {verb} a fix: {places}."
