"""A pair is judged with its effect in sight, and the answer is only a proposal."""

import csv
from pathlib import Path

import pytest

from tests.dashboards.conftest import Visit
from tests.dashboards.pairs import LEFT, RIGHT
from tests.dashboards.reading import answer, labels, text

PAIR = f"{LEFT}|{RIGHT}"
COPY = "birdview:project:P-301|birdview:project:P-301x"


@pytest.fixture
def proposals(build: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A firm of its own, whose rules folder may be written to."""
    firm = tmp_path / "firm.toml"
    firm.write_text(
        'name = "A Firm"\nreporting_currency = "USD"\n[systems]\ncrm = "hubspot"\n'
    )
    monkeypatch.setenv("FIRM", str(firm))
    return tmp_path / "rules" / "proposed_decisions.csv"


def lines(file: Path) -> list[dict[str, str]]:
    with file.open(newline="") as opened:
        return list(csv.DictReader(opened))


@pytest.mark.usefixtures("proposals")
def test_questions_come_first_and_copies_after_them(visit: Visit) -> None:
    shown = visit("same", client="core")

    assert answer(shown) == (
        "Core: 1 pair needs your decision. 3 copies were left out by rule."
    )
    listed = [label for label in labels(shown) if " and " in label]
    assert listed[0] == "Client: Core Ltd and Core Limited"


@pytest.mark.usefixtures("proposals")
def test_a_pair_of_clients_shows_what_would_be_added_up(visit: Visit) -> None:
    shown = visit("same", pair=PAIR)

    assert "Billed 21,500.00 and 0.00 become 21,500.00." in text(shown)
    assert "for: agree (+8.5)" in text(shown)
    assert "against: differs (-4.0)" in text(shown)
    assert "any two records" not in text(shown)


@pytest.mark.usefixtures("proposals")
def test_a_copy_shows_what_calling_it_different_would_bring_back(visit: Visit) -> None:
    shown = visit("same", pair=COPY)

    assert "PSA shows 84,000.00; without the copy it is 39,000.00." in text(shown)
    assert (
        "If you say they are different, planned becomes 84,000.00 instead of "
        "39,000.00." in text(shown)
    )


def test_an_answer_is_a_line_that_somebody_reviews(
    visit: Visit, proposals: Path
) -> None:
    shown = visit("same", pair=PAIR)
    shown.text_input(key="decided-by").input("Ann Lee")
    shown.text_input(key="because").input("=same register")
    shown.button(key="decide-same").click().run()

    (line,) = lines(proposals)
    assert (line["entity"], line["decision"], line["decided_by"]) == (
        "client",
        "same",
        "Ann Lee",
    )
    assert (line["left_record"], line["right_record"]) == (LEFT, RIGHT)
    assert line["because"] == "'=same register"
    assert line["evidence_hash"] == "a1b2"
    assert "No source was changed." in text(shown)

    shown.button(key="back-0").click().run()
    assert lines(proposals) == []


def test_a_decision_without_an_author_is_not_written(
    visit: Visit, proposals: Path
) -> None:
    shown = visit("same", pair=PAIR)
    shown.button(key="decide-different").click().run()

    assert "Write your name first" in text(shown)
    assert not proposals.exists()


@pytest.mark.usefixtures("proposals")
def test_only_companies_can_be_related(visit: Visit) -> None:
    def offered(pair: str) -> set[str]:
        return {button.label for button in visit("same", pair=pair).button}

    assert "Related: sister or parent company" in offered(PAIR)
    assert "Related: sister or parent company" not in offered(COPY)
