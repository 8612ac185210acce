"""The bridge as bars from top to bottom, amounts over time as columns, each with words.

Expected is drawn dashed, planned outlined, actual solid; colour only repeats what the
sign and the status word say.
"""

import json
import textwrap
from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any

import altair as alt

from dashboards import words
from dashboards.bars import Bar

INK = "#1b2733"
COLOURS = {"L": "#5f7386", "T": "#7d97b0", "F": "#b3261e", "U": "#a06800"}


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


def columns(amounts: Mapping[str, Decimal], currency: str) -> Any:
    """Return planned amounts over time as outlined columns, in the order given."""
    rows = [
        {
            "place": place,
            "end": float(amount),
            "shown": words.whole(amount) if amount >= 0 else f"-{words.whole(amount)}",
            "said": f"{label}: {words.cents(amount)}",
        }
        for place, (label, amount) in enumerate(amounts.items())
    ]
    base = alt.Chart(alt.Data(values=rows)).encode(
        x=alt.X(
            "place:O",
            title=None,
            axis=alt.Axis(
                labelExpr=f"{json.dumps([textwrap.wrap(a, 12) for a in amounts])}"
                "[datum.value]",
                labelAngle=0,
                labelColor=INK,
                labelFontSize=12,
                ticks=False,
            ),
        )
    )
    marks = base.mark_bar(
        fill="#ffffff", stroke=INK, strokeWidth=1.4, width={"band": 0.6}
    ).encode(
        y=alt.Y("end:Q", title=None, axis=None),
        description="said:N",
        tooltip=alt.Tooltip("said:N", title=currency),
    )
    told = base.mark_text(baseline="bottom", dy=-4, color=INK, aria=False).encode(
        y="end:Q", text="shown:N"
    )
    return alt.layer(marks, told).properties(height=220).configure_view(strokeWidth=0)


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
