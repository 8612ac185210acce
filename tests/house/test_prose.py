"""A text that reads badly is found, and one that reads well is left alone."""

import pytest

from tests.house import prose


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("None was sold.", "an empty slot"),
        ("{amount} was sold.", "an empty slot"),
        ("It is -3,600 lower.", "a minus"),
        ("The variance is small.", "jargon"),
        ("It came 1 working days late.", "a plural of one"),
        ("It is late", "no end"),
        ("A. B. C. D.", "too many sentences"),
        (" ".join(["word"] * 21) + ".", "a long sentence"),
    ],
)
def test_a_bad_text_is_found(text: str, fault: str) -> None:
    assert fault in prose.faults(text)


def test_a_hard_text_has_a_high_grade() -> None:
    assert prose.grade("Organisational reconciliation necessitates consideration.") > 20
    assert prose.grade("The plan is late. Ask the lead.") < 3


def test_a_good_text_is_left_alone() -> None:
    assert prose.faults("USD 0.40 was sold. 1 of 2 projects is late, by 1 day.") == []
