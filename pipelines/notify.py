"""Send a night's digest to e-mail, Slack, Teams or any webhook.

A night never fails because a letter could not be sent: the terminal and the log say so.
Slack: https://docs.slack.dev/messaging/sending-messages-using-incoming-webhooks. Teams:
an adaptive card to a workflow,
https://learn.microsoft.com/en-us/connectors/teams/#microsoft-teams-webhook.
"""

import smtplib
from collections.abc import Iterable, Mapping
from dataclasses import asdict
from email.message import EmailMessage
from typing import Any
from urllib.parse import unquote, urlsplit

import requests

from pipelines.channels import Channel
from pipelines.digest import Digest
from pipelines.letter import Letter, failure, letter, may_be_told

TIMEOUT = 20
"""Seconds that a channel may take to accept a letter."""


def tell(addresses: Mapping[Channel, str], told: Digest) -> list[str]:
    """Send the digest to every channel that has something to hear.

    Returns a sentence for each channel that could not be told; none names an address.
    """
    failed: list[str] = []
    for channel, address in addresses.items():
        own = told.of(channel.owner_role)
        if not own.is_empty:
            said = letter(told, owner_role=channel.owner_role)
            failed += _delivered(
                channel, address, said, _facts(own, said, channel.owner_role)
            )
    return failed


def tell_failure(
    addresses: Mapping[Channel, str], firm_name: str, sentence: str
) -> list[str]:
    """Send word of a night that was not published; returns as `tell` does."""
    said = failure(firm_name, sentence)
    facts = {"firm_name": firm_name, "subject": said.subject, "text": said.text}
    return [
        problem
        for channel, address in addresses.items()
        for problem in _delivered(channel, address, said, facts)
    ]


def _delivered(
    channel: Channel, address: str, said: Letter, facts: Mapping[str, Any]
) -> Iterable[str]:
    try:
        if channel.kind == "email":
            _send(address, channel.to, said)
        else:
            shape = {"slack": _slack, "teams": _teams}.get(channel.kind)
            answer = requests.post(
                address, json=shape(said) if shape else facts, timeout=TIMEOUT
            )
            if not answer.ok:
                return [_problem(channel, f"it answered {answer.status_code}")]
    except (requests.RequestException, OSError, smtplib.SMTPException) as error:
        # The error's own text would tell the address, which is a secret.
        return [_problem(channel, type(error).__name__)]
    return []


def _problem(channel: Channel, why: str) -> str:
    return (
        f"The digest did not reach {channel.kind} ({why}). The night itself is not "
        f"affected. Check {channel.secret}."
    )


def _send(address: str, to: Iterable[str], said: Letter) -> None:
    """Send an e-mail through smtp://user:password@host:port, or smtps:// for TLS.

    Over smtp the connection is encrypted where the server offers it; a password is
    never sent in the clear.
    """
    parts = urlsplit(address)
    message = EmailMessage()
    message["Subject"] = said.subject
    message["From"] = unquote(parts.username or "") or f"plumbline@{parts.hostname}"
    message["To"] = ", ".join(to)
    message.set_content(said.text)
    kind = smtplib.SMTP_SSL if parts.scheme == "smtps" else smtplib.SMTP
    with kind(parts.hostname or "", parts.port or 0, timeout=TIMEOUT) as server:
        server.ehlo()
        if parts.scheme == "smtp" and (parts.password or server.has_extn("starttls")):
            server.starttls()
        if parts.password:
            server.login(unquote(parts.username or ""), unquote(parts.password))
        server.send_message(message)


def _slack(said: Letter) -> dict[str, Any]:
    return {"text": f"*{said.subject}*\n\n{said.text}"}


def _teams(said: Letter) -> dict[str, Any]:
    texts = [
        {"type": "TextBlock", "text": said.subject, "weight": "Bolder", "wrap": True},
        *({"type": "TextBlock", "text": p, "wrap": True} for p in said.paragraphs),
    ]
    card = {
        "$schema": "http://adaptivecards.io/schemas/adaptive-card.json",
        "type": "AdaptiveCard",
        "version": "1.4",
        "body": texts,
    }
    kind = "application/vnd.microsoft.card.adaptive"
    return {"type": "message", "attachments": [{"contentType": kind, "content": card}]}


def _facts(own: Digest, said: Letter, owner_role: str) -> dict[str, Any]:
    """Return what a webhook gets: the words, and the same as fields to filter by."""
    news = [
        {**asdict(one), "money_at_stake": str(one.money_at_stake)}
        for one in own.news
        if may_be_told(one, owner_role)
    ]
    moves = [
        {
            "anchor": move.anchor,
            "anchor_amount": str(move.anchor_amount),
            "was": str(move.was),
            "currency_code": move.currency_code,
        }
        for move in own.moves
    ]
    return {
        "firm_name": own.firm_name,
        "as_of": own.as_of,
        "generation": own.generation,
        "subject": said.subject,
        "text": said.text,
        "marks": own.marks,
        "moves": moves,
        "findings": news,
    }
