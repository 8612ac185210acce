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
ALL_RIGHT = {1: "the one number is correct", 2: "both numbers are correct"}
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
    *,
    currency: str,
    amounts: Mapping[str, Decimal],
    steps: Sequence[Step],
    actual: str,
    period: str,
) -> str:
    """Answer page 1: can all three be used, and if not, which one instead."""
    layers = [layer for layer in CLEANED if amounts.get(layer) is not None]
    wrong = [layer for layer in layers if faults(layer, steps)]
    if not wrong:
        all_right = ALL_RIGHT.get(len(layers), "all three numbers are correct")
        told = [_told(currency, amounts, actual, period), _explained(currency, steps)]
        return f"{name}: {all_right}. {' '.join(filter(None, told))}"
    worst = max(wrong, key=lambda layer: abs(faults(layer, steps)[0].amount))
    right = len(layers) - len(wrong)
    first = f"{right} of {len(layers)} numbers can be trusted today."
    parts = [f"{name}: {first if right else 'no system shows the right number today.'}"]
    parts.append(f"{_reason(worst, faults(worst, steps))}.")
    clean, reported = amounts[worst], amounts.get(REPORTED[worst])
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
    return f"{SHOWS[layer]} has a fault: {words.small(label)}{more}"


def _told(
    currency: str, amounts: Mapping[str, Decimal], actual: str, period: str
) -> str:
    so_far = " so far" if period == "to_date" else ""
    parts: list[str] = []
    for layer, sentence in (
        ("expected", "Sales sold {}."),
        ("planned", "Delivery now plans {}."),
        (actual, f"Finance has {actual} {{}}{so_far}."),
    ):
        if layer in amounts and amounts[layer] >= 0:
            amount = amounts[layer]
            written = words.whole(amount) if parts else words.coded(amount, currency)
            parts.append(sentence.format(written))
    return " ".join(parts)


def _explained(currency: str, steps: Sequence[Step]) -> str:
    """Close with whether every part of the gaps has a reason."""
    missing = sum((abs(s.amount) for s in steps if s.driver_class == "U"), Decimal(0))
    if missing:
        return f"{words.coded(missing, currency)} of the gap has no reason on file."
    return "Every part of the gap is explained."
