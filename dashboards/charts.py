"""The bridge as a picture: horizontal bars, top to bottom, each with its words.

Expected is drawn dashed, planned outlined, actual solid; colour only repeats what the
sign and the status word say.
"""

import json
import textwrap
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

import altair as alt

from dashboards import words
from dashboards.anchors import ANCHORS
from dashboards.bridge import Step

MOST_BARS = 9
SMALL_SHARE, SMALL_AMOUNT = Decimal("0.005"), Decimal(100)
INK = "#1b2733"
COLOURS = {"L": "#5f7386", "T": "#7d97b0", "F": "#b3261e", "U": "#a06800"}
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
    start: str, end: str, amounts: dict[str, Decimal], steps: Sequence[Step]
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
    room = max(MOST_BARS - (len(steps) - len(legitimate)), 0)
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


def bridge(drawn: Sequence[Bar], currency: str) -> Any:
    """Return the chart of these bars: labels to the left, amounts to the right."""
    rows = [
        {
            "place": place,
            "start": float(min(bar.start, bar.end)),
            "end": float(max(bar.start, bar.end)),
            "said": bar.said,
            "kind": bar.kind,
        }
        for place, bar in enumerate(drawn)
    ]
    base = alt.Chart(alt.Data(values=rows))
    outlined = "datum.kind == 'expected' || datum.kind == 'planned'"
    wrapped = [textwrap.wrap(bar.label, 21) for bar in drawn]
    marks = base.mark_bar(strokeWidth=1.4).encode(
        y=_side("left", [lines if len(lines) == 1 else [] for lines in wrapped]),
        x=alt.X("start:Q", title=None, axis=None),
        x2="end:Q",
        fill=alt.Fill(
            "kind:N",
            scale=alt.Scale(
                domain=[*COLOURS, "expected", "planned", "actual"],
                range=[*COLOURS.values(), "#eef1f4", "#ffffff", INK],
            ),
            legend=None,
        ),
        stroke=alt.condition(outlined, alt.value(INK), alt.value("transparent")),
        strokeDash=alt.condition(
            "datum.kind == 'expected'", alt.value([4, 3]), alt.value([1, 0])
        ),
        description="said:N",
        tooltip=alt.Tooltip("said:N", title=currency),
    )
    unseen = base.mark_point(opacity=0, aria=False)
    amounts = unseen.encode(y=_side("right", [[bar.shown] for bar in drawn]))
    long = unseen.encode(
        y=_side("left", [lines if len(lines) > 1 else [] for lines in wrapped], -7)
    )
    zero = (
        alt.Chart(alt.Data(values=[{"zero": 0}]))
        .mark_rule(color="#9aa7b4", aria=False)
        .encode(x="zero:Q")
    )
    return (
        alt.layer(marks, long, amounts, zero)
        .resolve_axis(y="independent")
        .properties(height=34 * len(rows))
        .configure_view(strokeWidth=0)
    )


def _side(orient: str, texts: Sequence[Sequence[str]], offset: int = 0) -> Any:
    """Return the bars' places with one text each beside the picture.

    A text of two lines needs an offset to sit in the middle of its bar.
    """
    to_the_right = orient == "right"
    return alt.Y(
        "place:O",
        title=None,
        scale=alt.Scale(paddingInner=0.3, paddingOuter=0.15),
        axis=alt.Axis(
            orient=orient,
            labelExpr=f"{json.dumps(texts)}[datum.value]",
            labelAlign="right",
            labelColor=INK,
            labelFontSize=12,
            labelLimit=170,
            labelOffset=offset,
            labelPadding=84 if to_the_right else 8,
            ticks=False,
            domain=False,
        ),
    )
