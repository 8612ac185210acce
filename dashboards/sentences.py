"""The answer lines: one template for each situation, never one with an empty slot."""

from collections.abc import Mapping, Sequence
from decimal import Decimal

from dashboards import words
from dashboards.anchors import ANCHORS, REPORTED
from dashboards.bridge import Step

CLEANED = {
    "expected": "crm_to_expected",
    "planned": "psa_to_planned",
    "billed": "accounting_to_billed",
}
"""The segment in which the faults of a system's own number are taken out."""
SHOWS = {"expected": "CRM", "planned": "PSA", "billed": "Accounting"}
LEADS = {
    "expected": (),
    "planned": ("expected_to_planned",),
    "billed": ("planned_to_delivered", "delivered_to_billed"),
}
"""The segments whose faults are told beside a number, besides its own system's."""


def faults(layer: str, steps: Sequence[Step]) -> list[Step]:
    """Return what makes a system's own number wrong, the largest first."""
    return sorted(
        (s for s in steps if s.segment == CLEANED[layer] and s.driver_class in "FU"),
        key=lambda step: -abs(step.amount),
    )


def which_number(
    name: str,
    currency: str,
    amounts: Mapping[str, Decimal],
    steps: Sequence[Step],
    actual: str,
) -> str:
    """Answer page 1: can all three be used, and if not, which one instead."""
    wrong = [
        layer
        for layer in ("expected", "planned", "billed")
        if amounts.get(layer) is not None and faults(layer, steps)
    ]
    if not wrong:
        return f"{name}: all three numbers are correct. " + " ".join(
            filter(
                None, [_told(currency, amounts, actual), _explained(currency, steps)]
            )
        )
    worst = max(wrong, key=lambda layer: abs(faults(layer, steps)[0].amount))
    right = 3 - len(wrong)
    first = f"{right} of 3 numbers can be trusted today."
    parts = [f"{name}: {first if right else 'no system shows the right number today.'}"]
    reported = amounts.get(REPORTED[worst])
    parts.append(f"{_reason(worst, faults(worst, steps))}.")
    clean = amounts[worst]
    if reported is not None and reported != clean:
        parts.append(
            f"Use {words.coded(clean, currency)} ({ANCHORS[worst].label.lower()}), "
            f"not {words.whole(reported)}."
        )
    return " ".join(parts)


def _reason(layer: str, found: Sequence[Step]) -> str:
    """Name the largest fault of a system's number."""
    label = found[0].label
    others = len(found) - 1
    more = f", and {words.count(others, 'more thing')}" if others else ""
    return f"{SHOWS[layer]} has a fault: {label[:1].lower()}{label[1:]}{more}".replace(
        ": cRM", ": CRM"
    )


def _told(currency: str, amounts: Mapping[str, Decimal], actual: str) -> str:
    parts: list[str] = []
    for layer, words_of in (
        ("expected", "Sales sold {}."),
        ("planned", "Delivery now plans {}."),
        (
            actual,
            "Finance has billed {} so far."
            if actual == "billed"
            else "Finance has recognised {} so far.",
        ),
    ):
        if layer in amounts:
            amount = amounts[layer]
            written = words.whole(amount) if parts else words.coded(amount, currency)
            parts.append(words_of.format(written))
    return " ".join(parts)


def _explained(currency: str, steps: Sequence[Step]) -> str:
    """Close with whether every part of the gaps has a reason."""
    missing = sum((abs(s.amount) for s in steps if s.driver_class == "U"), Decimal(0))
    if missing:
        return f"{words.coded(missing, currency)} of the gap has no reason on file."
    return "Every part of the gap is explained."


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
            f"{name}: {right} is {words.coded(gap, currency)} {way} than {left}."
        ).replace(f" than {left}", f" than {left[:1].lower()}{left[1:]}")
        first = first.replace("than cRM", "than CRM").replace("than pSA", "than PSA")
    return f"{first} {_causes(currency, steps)}"


def _causes(currency: str, steps: Sequence[Step]) -> str:
    """Say what the steps between two numbers are made of."""
    if not steps:
        return "There is nothing to explain."
    missing = sum((abs(s.amount) for s in steps if s.driver_class == "U"), Decimal(0))
    fixes = sum(1 for s in steps if s.driver_class == "F")
    if not missing and not fixes:
        return "Every part is explained."
    parts = []
    if fixes:
        verb = "needs" if fixes == 1 else "need"
        parts.append(f"{words.capital(words.count(fixes, 'cause'))} {verb} a fix.")
    if missing:
        parts.append(f"{words.coded(missing, currency)} has no reason on file.")
    return " ".join(parts)


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
