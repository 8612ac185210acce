"""What people are told after a night: the news, once, where they read it."""

import pytest

from pipelines.nightly import nightly
from tests.pipelines.tiny_night import order
from tests.pipelines.told_night import finding, night_with, web

SLACK = ({"channel": "slack"},)


@pytest.fixture
def slack(monkeypatch):
    with web() as (address, heard):
        monkeypatch.setenv("SLACK_WEBHOOK", address)
        yield heard


def test_a_first_night_tells_what_is_to_be_fixed_by_whom_and_where(tmp_path, slack):
    nightly(night_with(tmp_path, finding("D-1"), notify=SLACK))

    assert len(slack) == 1
    text = slack[0]["text"]
    assert text.startswith("*Tiny Firm: 1 new to fix*")
    assert "For sales: 1 thing to fix, USD 1,200.50 at stake." in text
    assert "Deal D-1 was entered twice." in text
    assert "https://crm.example.com/D-1" in text


def test_nothing_is_said_when_nothing_changed(tmp_path, slack):
    nightly(night_with(tmp_path, finding("D-1"), notify=SLACK))
    nightly(night_with(tmp_path, finding("D-1", "open"), notify=SLACK))

    assert len(slack) == 1


def test_a_fixed_record_a_returned_one_and_a_moved_number_are_news(tmp_path, slack):
    before = finding("D-1", "open"), finding("D-2", "resolved")
    after = finding("D-1", "resolved"), finding("D-2", "regressed")
    nightly(night_with(tmp_path, *before, billed="1000.00"))
    nightly(night_with(tmp_path, *after, billed="100.00", notify=SLACK))

    text = slack[0]["text"]
    assert "Tiny Firm: 1 back, 1 fixed" in text
    assert "Back again: Deal D-2" in text
    assert "Deal D-1" not in text
    assert "Billed went down by USD 900.00 to 100.00." in text


def test_a_night_with_marks_says_which_source_is_incomplete(tmp_path, slack):
    nightly(night_with(tmp_path, notify=SLACK, load=order(tmp_path).steps.load))
    marked = order(tmp_path, is_complete=False).steps.load
    nightly(night_with(tmp_path, notify=SLACK, load=marked))

    assert len(slack) == 1
    assert "Incomplete: hubspot.deals." in slack[0]["text"]


def test_a_night_that_is_not_published_says_why(tmp_path, slack):
    def fail(*_: object) -> None:
        raise RuntimeError("deals: not unique")

    assert nightly(night_with(tmp_path, notify=SLACK, transform=fail)) == 1
    assert "the night was not published" in slack[0]["text"]
    assert "deals: not unique" in slack[0]["text"]


def test_each_owner_hears_only_what_is_theirs(tmp_path, slack):
    theirs = ({"channel": "slack", "owner_role": "finance"},)
    nightly(night_with(tmp_path, finding("D-1"), notify=theirs))
    assert slack == []

    nightly(night_with(tmp_path, finding("I-1", owner="finance"), notify=theirs))
    assert "For finance" in slack[0]["text"]


def test_what_hr_must_fix_is_counted_for_others_and_told_to_people(tmp_path, slack):
    found = finding("E-1", owner="people")
    both = (*SLACK, {"channel": "slack", "owner_role": "people"})
    nightly(night_with(tmp_path, found, notify=both))

    everybody, people = (told["text"] for told in slack)
    assert "For people: 1 thing to fix" in everybody
    assert "E-1" not in everybody
    assert "E-1" in people
