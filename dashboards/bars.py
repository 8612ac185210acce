"""The bars of a bridge: where each begins and ends, and what it says aloud."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from dashboards import words
from dashboards.anchors import ANCHORS
from dashboards.bridge import Step

MOST_BARS, FEWEST_LEGITIMATE = 9, 4
SMALL_SHARE, SMALL_AMOUNT = Decimal("0.005"), Decimal(100)
OUTLINED = {"planned", "psa_reported"}
DASHED = {"expected", "crm_reported", "list"}


@dataclass(frozen=True)
class Bar:
    """One bar: from where to where, what it is called and what it says aloud."""

    label: str
    start: Decimal
    end: Decimal
    shown: str
    said: str
    kind: str


def bars(
    start: str, end: str, amounts: Mapping[str, Decimal], steps: Sequence[Step]
) -> list[Bar]:
    """Return the bars of a bridge; small explained steps share one bar."""
    kept, folded = fold(steps, amounts[start])
    level = amounts[start]
    drawn = [_level(start, level)]
    for step in kept:
        said = f"{step.label}: {_aloud(step.amount)}, {step.status.lower()}"
        drawn.append(
            Bar(
                step.label,
                level,
                level + step.amount,
                words.signed(step.amount),
                said,
                step.driver_class,
            )
        )
        level += step.amount
    if folded:
        rest = sum((step.amount for step in folded), Decimal(0))
        label = f"Smaller items ({len(folded)})"
        said = f"{label}: {_aloud(rest)}, explained or waiting"
        drawn.append(Bar(label, level, level + rest, words.signed(rest), said, "L"))
    return [*drawn, _level(end, amounts[end])]


def fold(steps: Sequence[Step], start: Decimal) -> tuple[list[Step], list[Step]]:
    """Part the steps into those with a bar of their own and those that share one.

    What needs a fix or a reason always has its own bar.
    """
    limit = max(abs(start) * SMALL_SHARE, SMALL_AMOUNT)
    legitimate = sorted(
        (step for step in steps if step.driver_class in "LT"),
        key=lambda step: -abs(step.amount),
    )
    room = max(MOST_BARS - (len(steps) - len(legitimate)), FEWEST_LEGITIMATE)
    crowded = len(steps) > MOST_BARS
    small = [
        step
        for place, step in enumerate(legitimate)
        if abs(step.amount) < limit or (crowded and place >= room - 1)
    ]
    if len(small) < 2:
        return list(steps), []
    return [step for step in steps if step not in small], small


def _level(anchor: str, amount: Decimal) -> Bar:
    label = ANCHORS[anchor].label
    look = "planned" if anchor in OUTLINED else "actual"
    look = "expected" if anchor in DASHED else look
    said = f"{label}: {words.cents(amount)}"
    return Bar(label, Decimal(0), amount, words.cents(amount), said, look)


def _aloud(amount: Decimal) -> str:
    way = "plus" if amount > 0 else "minus"
    return f"{way} {words.cents(abs(amount))}"
