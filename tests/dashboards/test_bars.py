"""The bars of a bridge: small steps share one, faults never do."""

from decimal import Decimal

from dashboards.bars import MOST_BARS, bars, fold
from dashboards.bridge import Step
from dashboards.charts import bridge


def step(name: str, amount: int, kind: str = "L") -> Step:
    return Step(
        "expected_to_planned", name, kind, name, Decimal(amount), "", "none", "", ""
    )


def test_small_legitimate_steps_share_a_bar() -> None:
    kept, folded = fold([step("a", 5000), step("b", 40), step("c", -30)], Decimal(9000))

    assert [s.driver for s in kept] == ["a"]
    assert [s.driver for s in folded] == ["b", "c"]


def test_what_needs_a_hand_is_never_folded() -> None:
    steps = [step(f"f{n}", 1, "F") for n in range(12)] + [step("u", 1, "U")]

    assert fold(steps, Decimal(100000)) == (steps, [])


def test_a_crowded_bridge_has_at_most_nine_bars_of_steps() -> None:
    kept, folded = fold([step(f"s{n}", 1000 + n) for n in range(20)], Decimal(9000))

    assert len(kept) + 1 <= MOST_BARS
    assert len(kept) + len(folded) == 20


def test_the_bars_lead_from_one_number_to_the_other() -> None:
    amounts = {"expected": Decimal(100), "planned": Decimal(70)}
    drawn = bars("expected", "planned", amounts, [step("a", -50), step("b", 20, "F")])

    assert [bar.end for bar in drawn] == [100, 50, 70, 70]
    assert drawn[1].said == "a: minus 50.00, explained"
    assert drawn[2].said == "b: plus 20.00, fix needed"


def test_every_bar_says_aloud_what_it_shows() -> None:
    amounts = {"expected": Decimal(100), "planned": Decimal(150)}
    drawn = bars("expected", "planned", amounts, [step('say "a"', 50)])
    picture = bridge(drawn, "USD").to_dict()

    values = (
        picture["layer"][0]["data"]["values"]
        if "data" in picture["layer"][0]
        else (picture["data"]["values"])
    )
    assert [value["said"] for value in values] == [bar.said for bar in drawn]
    assert picture["layer"][0]["encoding"]["description"]["field"] == "said"
