"""Connect a system: obtain what signs in, keep it, try it, and say what can be read."""

import secrets as random_texts
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from getpass import getpass
from typing import TextIO

from pipelines.environment import environment, remember
from pipelines.firm import Connection, Firm, FirmError
from pipelines.loopback import REDIRECT, heard
from pipelines.signing_in import address_of, secrets_of
from pipelines.sources.consent import Consent, came_back
from pipelines.sources.registry import connector
from pipelines.sources.tokens import KeptToken
from pipelines.steps import addresses
from pipelines.tried import tried


@dataclass(frozen=True)
class Desk:
    """How `connect` speaks with a person; tests pass their own."""

    out: TextIO
    hidden: Callable[[str], str]
    """Asks for a secret without showing it."""

    pasted: Callable[[str], str]
    """Asks for an answer that is pasted: a server has no browser."""

    hear: Callable[[Callable[[], None]], str] = heard

    def say(self, text: str) -> None:
        """Write one line."""
        self.out.write(f"{text}\n")


def desk() -> Desk:
    """Return the terminal as a desk."""
    return Desk(sys.stdout, getpass, input)


def connect(firm: Firm, name: str, desk: Desk, *, paste: bool) -> int:
    """Connect ``name``; return 0 when it can be read, 1 when something is missing.

    Raises FirmError when no connection is called so, or consent was not given.
    """
    connection = _named(firm, name)
    module = connector(connection)
    consent: Consent | None = getattr(module, "CONSENT", None)
    if consent:
        _ask(firm, connection, consent.keys, desk)
        _agree(firm, connection, consent, desk, paste=paste)
    _ask(firm, connection, module.SECRETS, desk)
    known = environment(firm)
    client = module.client(
        connection,
        firm,
        address_of(firm, connection, addresses(firm, known)),
        secrets_of(connection, known),
    )
    is_whole = True
    for sentence, is_good in tried(connection, firm, module, client):
        desk.say(sentence)
        is_whole &= is_good
    return 0 if is_whole else 1


def _named(firm: Firm, name: str) -> Connection:
    for connection in firm.connections:
        is_named = name == connection.name and connection.beside is None
        if is_named and connector(connection).SECRETS:
            return connection
    names = [c.name for c in firm.connections if connector(c).SECRETS]
    raise FirmError(
        f"firm.toml has no connection `{name}` that is signed in to. "
        f"Choose one of {', '.join(names)}, or add it under [systems]."
    )


def _own(connection: Connection, variable: str) -> str:
    company = connection.company
    return f"{variable}_{company}".upper() if company else variable


def _ask(
    firm: Firm, connection: Connection, variables: tuple[str, ...], desk: Desk
) -> None:
    known = environment(firm)
    for variable in variables:
        own = _own(connection, variable)
        if not (known.get(own) or known.get(variable)):
            said = desk.hidden(f"{own}: ").strip()
            if not said:
                raise FirmError(f"{own} is needed. Nothing was stored for it.")
            remember(firm, {own: said})


def _agree(
    firm: Firm, connection: Connection, consent: Consent, desk: Desk, *, paste: bool
) -> None:
    known, state = environment(firm), random_texts.token_urlsafe(16)
    who = tuple(
        known.get(_own(connection, name)) or known[name] for name in consent.keys
    )
    page = consent.address(who[0], REDIRECT, state)

    def announce() -> None:
        desk.say(f"Open this address, sign in and agree:\n\n{page}\n")

    if paste:
        announce()
        answer = desk.pasted("Paste the address you were sent to, or the code: ")
    else:
        answer = desk.hear(announce)
    said = came_back(answer, state)
    told = addresses(firm, known)
    tokens = told.get(connection.name) or told.get(connection.system) or consent.tokens
    token = consent.exchange(
        connection.name, tokens, (who[0], who[1]), said["code"], REDIRECT
    )
    kept: Mapping[str, str] = {
        f"{consent.prefix}_REFRESH_TOKEN": token.refresh_token,
        **{v: said[name] for name, v in consent.also.items() if name in said},
    }
    remember(firm, {_own(connection, name): value for name, value in kept.items()})
    KeptToken(firm.tokens_file, connection.name).forget()
    desk.say(f"{connection.name} is connected; its tokens are kept in .env, mode 0600.")
