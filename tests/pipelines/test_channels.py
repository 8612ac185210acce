"""Where people are told: Slack, Teams, a webhook or e-mail, and what cannot work."""

import pytest

from pipelines.nightly import nightly
from tests.pipelines.tiny_night import firm_called, order
from tests.pipelines.told_night import finding, night_with, post_office, web


def test_a_webhook_gets_fields_to_filter_by(tmp_path, monkeypatch):
    with web() as (address, heard):
        monkeypatch.setenv("ZAP", address)
        hook = ({"channel": "webhook", "secret": "ZAP"},)
        nightly(night_with(tmp_path, finding("D-1"), notify=hook))

    assert heard[0]["firm_name"] == "Tiny Firm"
    assert heard[0]["findings"][0]["finding_id"] == "D-1"
    assert heard[0]["findings"][0]["money_at_stake"] == "1200.50"


def test_teams_gets_a_card(tmp_path, monkeypatch):
    with web() as (address, heard):
        monkeypatch.setenv("TEAMS_WEBHOOK", address)
        teams = ({"channel": "teams"},)
        nightly(night_with(tmp_path, finding("D-1"), notify=teams))

    card = heard[0]["attachments"][0]["content"]
    assert card["type"] == "AdaptiveCard"
    assert "Deal D-1" in " ".join(block["text"] for block in card["body"])


def test_an_e_mail_arrives_with_its_subject_and_readers(tmp_path, monkeypatch):
    with post_office() as (address, heard):
        monkeypatch.setenv("SMTP_ADDRESS", address)
        readers = ["cfo@example.com", "coo@example.com"]
        mail = ({"channel": "email", "to": readers},)
        nightly(night_with(tmp_path, finding("D-1"), notify=mail))

    assert heard[0]["Subject"] == "Tiny Firm: 1 new to fix"
    assert heard[0]["To"] == ", ".join(readers)
    assert "Deal D-1" in heard[0].get_payload(decode=True).decode()


def test_a_password_is_never_sent_in_the_clear(tmp_path, monkeypatch):
    with post_office() as (address, heard):
        secret = address.replace("smtp://", "smtp://me:pass-word@")
        monkeypatch.setenv("SMTP_ADDRESS", secret)
        mail = ({"channel": "email", "to": "cfo@example.com"},)
        night = night_with(tmp_path, finding("D-1"), notify=mail)
        assert nightly(night) == 0

    assert heard == []
    assert "did not reach email" in night.terminal.text
    assert "pass-word" not in night.terminal.text


def test_a_channel_that_refuses_does_not_fail_the_night(tmp_path, monkeypatch):
    with web(status=500) as (address, heard):
        monkeypatch.setenv("SLACK_WEBHOOK", address)
        night = night_with(tmp_path, finding("D-1"), notify=({"channel": "slack"},))
        assert nightly(night) == 0

    assert len(heard) == 1
    assert "did not reach slack (it answered 500)" in night.terminal.text
    assert "secret-path" not in night.terminal.text


@pytest.mark.parametrize(
    ("entry", "named"),
    [
        ({"channel": "slack"}, "SLACK_WEBHOOK is not set"),
        ({"channel": "pigeon"}, "channel is `pigeon`"),
        ({"channel": "email"}, "needs readers"),
        ({"channel": "slack", "owner_role": "boss"}, "owner_role is `boss`"),
        ({"channel": "slack", "secret": "PATH"}, "PATH is no address"),
    ],
)
def test_a_channel_that_cannot_work_refuses_to_start(tmp_path, entry, named):
    refused = order(tmp_path, firm=firm_called(notify=(entry,)))

    assert nightly(refused) == 2
    assert named in refused.terminal.text
