"""Each page answers its question in its first line, for the filters of the URL."""

from pathlib import Path

import pytest

from dashboards.sidebar import HIDDEN, PAGES
from tests.dashboards.conftest import Visit
from tests.dashboards.reading import answer, figures, labels, text

pytestmark = pytest.mark.usefixtures("build")
STEP = "planned_to_delivered.not_yet_due.T"
EVERY = [Path(page).stem for page in PAGES | HIDDEN]


@pytest.mark.parametrize("page", EVERY)
def test_a_page_is_titled_by_its_question_and_says_the_data_are_invented(
    page: str, visit: Visit
) -> None:
    shown = visit(page, client="acme", step=STEP, record="hubspot:deal:D-201")

    assert not shown.exception
    assert shown.title[0].value == (PAGES | HIDDEN)[f"pages/{page}.py"]
    assert "Invented data: Meridian Advisory (sample firm)" in text(shown)
    assert answer(shown)
    assert "Run run-1" in text(shown)
    assert "What do these words mean?" in labels(shown)


def test_acme_shows_three_correct_numbers(visit: Visit) -> None:
    shown = visit(client="acme")

    assert answer(shown).startswith("Acme: all three numbers are correct.")
    assert figures(shown) == ["58,000.00", "61,600.00", "36,480.00"]
    assert "Every part of the gap is explained." in answer(shown)


def test_core_shows_what_its_systems_show_and_what_to_use_instead(visit: Visit) -> None:
    shown = visit(client="core")

    assert answer(shown) == (
        "Core: no system shows the right number today. CRM has a fault: deal entered "
        "twice, and 1 more thing. Use USD 73,000 (sold), not 112,000."
    )
    assert figures(shown) == ["73,000.00", "39,000.00", "21,500.00"]
    for told in ("112,000.00", "84,000.00", "34,198.80", "Fix needed (3)"):
        assert told in text(shown)


def test_actual_can_mean_recognised(visit: Visit) -> None:
    shown = visit(client="bolt", actual="recognised")

    assert figures(shown)[2] == "67,260.00"
    assert "Finance has recognised 67,260 so far." in answer(shown)


def test_the_bridge_names_the_gap_and_every_step(visit: Visit) -> None:
    shown = visit("why_different", client="acme")

    assert answer(shown).startswith("Acme: Billed is USD 21,520 lower than sold.")
    assert "-19,200.00" in text(shown)
    assert "No reason on file: USD 0.00." in text(shown)
    assert "Work planned for later" in labels(shown)


def test_any_two_numbers_can_be_compared(visit: Visit) -> None:
    shown = visit(
        "why_different", client="core", from_="crm_reported", to="accounting_reported"
    )

    assert answer(shown).startswith(
        "Core: Accounting as shown is USD 77,801 lower than CRM as shown."
    )
    assert "-77,801.20" in text(shown)
    assert "+5,699.80" in text(shown)


def test_what_to_fix_is_counted_per_system(visit: Visit) -> None:
    shown = visit("where_to_fix", client="core")

    assert answer(shown) == (
        "Core: 8 things need a fix: 2 in CRM, 3 in PSA and 3 in accounting."
    )
    assert "The new amount equals the PSA budget." in text(shown)
    assert "Invoice I-9 had no project." not in text(shown)


def test_one_system_can_be_looked_at_alone(visit: Visit) -> None:
    shown = visit("where_to_fix", client="core", system="crm")

    assert "D-201b" in labels(shown)
    assert "I-11" not in labels(shown)


def test_a_step_is_opened_down_to_its_records(visit: Visit) -> None:
    shown = visit("records", client="acme", step=STEP)

    assert answer(shown) == (
        "Acme: 2 records make up “Work planned for later”, USD 19,200.00 less."
    )
    assert {"PW-1", "PW-2"} <= set(labels(shown))


def test_a_record_is_told_with_its_steps_its_kin_and_its_source(visit: Visit) -> None:
    shown = visit("record", record="hubspot:deal:D-201")

    assert answer(shown).startswith("Deal D-201 (Core deal) in HubSpot.")
    assert "CRM amount changed after the deal closed" in labels(shown)
    assert "P-301" in labels(shown)
    (button,) = shown.get("link_button")
    assert button.proto.label == "Open in HubSpot"
    assert button.proto.url == "https://example.test/hubspot:deal:D-201"


def test_an_invoice_leads_to_its_lines_and_its_client(visit: Visit) -> None:
    shown = visit("record", record="quickbooks:invoice:I-11")

    assert {"I-11-1", "core"} <= set(labels(shown))


def test_a_record_kept_only_in_its_system_says_so(visit: Visit) -> None:
    shown = visit("record", record="birdview:planned_work:PW-1")

    assert "Its values are kept in the source system only." in text(shown)


def test_fresh_and_proven_data_can_be_trusted(visit: Visit) -> None:
    shown = visit("trust")

    assert answer(shown) == (
        "Yes. Every source is up to date and every difference adds up."
    )
    for told in ("HubSpot", "Birdview", "QuickBooks", "BambooHR", "Up to date"):
        assert told in text(shown)
    assert "Tells the day of an approval, not its hour." in text(shown)
    assert "A file tells what is true tonight." not in text(shown)
