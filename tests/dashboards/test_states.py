"""What a page says when something is missing, late, unknown or empty."""

from pathlib import Path

import pytest

from tests.dashboards.conftest import Visit
from tests.dashboards.published import change, publish
from tests.dashboards.reading import answer, labels, links, text

PAGES = ("which_number", "why_different", "where_to_fix", "trust", "records", "record")


@pytest.mark.parametrize("page", PAGES)
def test_without_a_published_file_the_next_command_is_named(
    page: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, visit: Visit
) -> None:
    monkeypatch.setenv("BUILD", str(tmp_path / "nowhere"))
    shown = visit(page)

    assert not shown.exception
    assert "Run `make nightly` first" in shown.info[0].value
    assert shown.title[0].value


def test_a_file_of_another_version_is_named(build: Path, visit: Visit) -> None:
    change(build, "alter table marts.revenue_bridge drop column explanation")
    shown = visit()

    assert not shown.exception
    assert "Generation 1 does not fit" in shown.info[0].value
    assert "marts.revenue_bridge has no explanation" in shown.info[0].value


def test_an_unknown_client_is_named_and_all_are_shown(
    build: Path, visit: Visit
) -> None:
    shown = visit(client="Nope")

    assert shown.warning[0].value == (
        "We found no client called Nope. Showing all clients."
    )
    assert answer(shown).startswith("The firm:")


def test_a_client_can_be_asked_for_by_name(build: Path, visit: Visit) -> None:
    assert answer(visit(client="Acme")).startswith("Acme:")


def test_a_client_without_numbers_offers_to_clear_the_filter(
    build: Path, visit: Visit
) -> None:
    shown = visit(client="zeta")

    assert "nothing is sold, planned or billed here" in answer(shown)
    assert "Clear client" in labels(shown)
    assert ("Clear client", "which_number", {}) in list(links(shown))


@pytest.mark.parametrize(
    ("page", "url", "told"),
    [
        ("which_number", {"project": "nope"}, "We found no project called nope"),
        ("which_number", {"period": "soon"}, "We know no period called soon."),
        ("which_number", {"actual": "hoped"}, "Actual cannot mean hoped."),
        ("why_different", {"from_": "moon"}, "There is no number called moon."),
        ("why_different", {"client": "dune"}, "There is no sold"),
        ("records", {"step": "x.y.z"}, "has no step called x.y.z"),
        ("record", {"record": "a:b:c"}, "We know no record called a:b:c."),
        ("record", {}, "No record was chosen."),
    ],
)
def test_whatever_the_url_asks_in_vain_is_said(
    page: str, url: dict[str, str], told: str, build: Path, visit: Visit
) -> None:
    shown = visit(page, **url)

    assert not shown.exception
    assert told in text(shown)


def test_a_late_source_is_told_on_its_own_number_only(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, visit: Visit
) -> None:
    monkeypatch.setenv("BUILD", str(tmp_path))
    publish(tmp_path, late_hours=23)
    page, trust = visit(client="acme"), visit("trust")

    assert "Birdview data is 26 hours old." in text(page)
    assert "Planned numbers are from" in text(page)
    assert "Sold numbers are from" not in text(page)
    assert answer(trust).startswith("Yes, except this: Birdview data is 26 hours old.")
    assert "Late" in text(trust)


def test_a_source_loaded_in_part_is_told(build: Path, visit: Visit) -> None:
    change(
        build,
        "update quality.sources set is_complete = false where role = 'accounting'",
    )
    shown = visit("trust")

    assert "QuickBooks was loaded only in part." in answer(shown)
    assert "Loaded in part" in text(shown)


def test_a_first_load_that_is_unfinished_is_no_number(
    build: Path, visit: Visit
) -> None:
    change(
        build,
        "update quality.sources set last_loaded_at = null, is_complete = false "
        "where role = 'accounting'",
    )
    said = text(visit(client="acme"))
    assert "Still loading" in said
    assert "QuickBooks is still loading for the first time" in said
    for page in ("why_different", "match_finance"):
        shown = visit(page, client="acme")
        assert "still loading. There is no number to compare yet." in answer(shown)
        assert "one by one" not in text(shown)


def test_steps_that_do_not_add_up_are_told(build: Path, visit: Visit) -> None:
    change(
        build,
        "update marts.revenue_bridge set step_amount = step_amount + 1 "
        "where scope_id = 'acme' and driver = 'scope_added'",
    )

    assert answer(visit("trust")).startswith("No.")


def test_nothing_to_fix_says_when_it_was_checked(build: Path, visit: Visit) -> None:
    change(build, "delete from quality.findings")
    shown = visit("where_to_fix")

    assert answer(shown).startswith("Nothing to fix. Last checked")


def test_a_real_firm_is_not_called_invented(build: Path, visit: Visit) -> None:
    change(build, "update rules.firm set is_invented = false")

    assert "Invented data" not in text(visit())
