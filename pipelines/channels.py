"""Where a night's digest goes: `[[notify]]` of firm.toml, and the secrets it needs.

A channel is `email` (with `to`), `slack`, `teams` or `webhook` (any address that takes
a JSON post: Zapier, Make, an own service). Its address is a secret, because whoever
knows it can write there.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from pipelines.firm import Firm, FirmError

OWNERS = ("sales", "delivery", "finance", "people")
SECRETS = {
    "email": "SMTP_ADDRESS",
    "slack": "SLACK_WEBHOOK",
    "teams": "TEAMS_WEBHOOK",
    "webhook": "NOTIFY_WEBHOOK",
}
"""The variable that holds a channel's address, unless its `secret` names another."""
SCHEMES = {"email": ("smtps", "smtp")}


@dataclass(frozen=True)
class Channel:
    """One place that is told: its kind, its secret's name, whose findings it hears."""

    kind: str
    secret: str
    owner_role: str = ""
    """sales, delivery, finance or people; empty for everybody's."""
    to: tuple[str, ...] = ()


def channels(firm: Firm, environment: Mapping[str, str]) -> dict[Channel, str]:
    """Return every channel of `[[notify]]` with its address.

    Raises FirmError that names the key or the variable that is missing or wrong.
    """
    return {
        channel: _address(channel, environment) for channel in map(_read, firm.notify)
    }


def _read(entry: Mapping[str, Any]) -> Channel:
    kind, owner_role = entry.get("channel", ""), entry.get("owner_role", "")
    to = entry.get("to", ())
    if kind not in SECRETS:
        raise FirmError(f"[[notify]] channel is `{kind}`. Use {', '.join(SECRETS)}.")
    if owner_role and owner_role not in OWNERS:
        raise FirmError(
            f"[[notify]] owner_role is `{owner_role}`. Use {', '.join(OWNERS)}."
        )
    if kind == "email" and not to:
        raise FirmError(
            '[[notify]] an e-mail needs readers. Add `to = ["name@example.com"]`.'
        )
    return Channel(
        kind,
        entry.get("secret", SECRETS[kind]),
        owner_role,
        (to,) if isinstance(to, str) else tuple(to),
    )


def _address(channel: Channel, environment: Mapping[str, str]) -> str:
    address = environment.get(channel.secret, "")
    if not address:
        raise FirmError(
            f"{channel.secret} is not set, and [[notify]] tells {channel.kind} about "
            "each night. Set it in the environment or in .env."
        )
    parts, schemes = urlsplit(address), SCHEMES.get(channel.kind, ("https", "http"))
    if parts.scheme not in schemes or not parts.hostname:
        raise FirmError(
            f"{channel.secret} is no address. It begins with "
            f"{' or '.join(f'{scheme}://' for scheme in schemes)}."
        )
    return address
