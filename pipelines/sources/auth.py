"""How a client proves who it is: a key, a password, or a token that must be renewed."""

import base64
import math
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Protocol

from pipelines.sources.tokens import LEEWAY, KeptToken, Token

__all__ = ["Auth", "Basic", "Bearer", "Granted", "KeptToken", "Renewed", "Token"]


class Auth(Protocol):
    """What a client needs to sign its requests."""

    def headers(self) -> Mapping[str, str]:
        """Return the headers that sign a request."""
        ...

    def renew(self) -> bool:
        """Obtain a new token after a 401. Return False when there is nothing to do."""
        ...

    def secrets(self) -> tuple[str, ...]:
        """Return every text that no message may repeat."""
        ...


@dataclass(frozen=True)
class Bearer:
    """A key that does not change, such as HubSpot's service key."""

    key: str = field(repr=False)

    def headers(self) -> Mapping[str, str]:
        """Return the bearer header."""
        return {"Authorization": f"Bearer {self.key}"}

    def renew(self) -> bool:
        """Return False: a key cannot be renewed."""
        return False

    def secrets(self) -> tuple[str, ...]:
        """Return the key."""
        return (self.key,)


@dataclass(frozen=True)
class Basic:
    """A user and a password, such as BambooHR's key with any password."""

    user: str = field(repr=False)
    password: str = field(repr=False)

    def _pair(self) -> str:
        return base64.b64encode(f"{self.user}:{self.password}".encode()).decode()

    def headers(self) -> Mapping[str, str]:
        """Return the basic header."""
        return {"Authorization": f"Basic {self._pair()}"}

    def renew(self) -> bool:
        """Return False: a password cannot be renewed."""
        return False

    def secrets(self) -> tuple[str, ...]:
        """Return the password, the user when it is a key, and both as they are sent."""
        return tuple(part for part in (self.user, self.password, self._pair()) if part)


@dataclass
class Renewed:
    """A short-lived access token behind a refresh token that may rotate.

    ``exchange(refresh_token)`` returns the new access token, the refresh token to use
    from then on and, when the vendor says so, for how many seconds the first holds. The
    refresh token is saved before the access token is used, so that no crash can leave
    the firm with a token that the vendor no longer accepts.
    """

    exchange: Callable[[str], tuple[str, str] | Token] = field(repr=False)
    kept: KeptToken
    first_refresh_token: str = field(repr=False)
    access_token: str | None = field(default=None, repr=False)
    clock: Callable[[], float] = time.monotonic
    _ends: float = math.inf

    def headers(self) -> Mapping[str, str]:
        """Return the bearer header, with a token fetched first when none holds."""
        if self.access_token is None or self.clock() >= self._ends:
            self.renew()
        return {"Authorization": f"Bearer {self.access_token}"}

    def renew(self) -> bool:
        """Exchange the refresh token, save what comes back, and return True."""
        with self.kept.held():
            refresh_token = self.kept.read() or self.first_refresh_token
            token = Token(*self.exchange(refresh_token))
            self.kept.save(token.refresh_token or refresh_token)
        self.access_token, self._ends = token.access_token, _ends(token, self.clock())
        return True

    def secrets(self) -> tuple[str, ...]:
        """Return every token in hand."""
        tokens = (self.first_refresh_token, self.kept.read(), self.access_token)
        return tuple(token for token in tokens if token)


@dataclass
class Granted:
    """A short-lived access token that a secret or a signed claim obtains anew.

    ``grant()`` asks for one, as client credentials and JWT bearers do.
    """

    grant: Callable[[], Token] = field(repr=False)
    hidden: tuple[str, ...] = field(default=(), repr=False)
    """The secrets behind it, which no message may repeat."""

    token: Token | None = field(default=None, repr=False)
    clock: Callable[[], float] = time.monotonic
    _ends: float = math.inf

    def headers(self) -> Mapping[str, str]:
        """Return the bearer header, with a token asked for first when none holds."""
        if self.token is None or self.clock() >= self._ends:
            self.renew()
        return {"Authorization": f"Bearer {self.token and self.token.access_token}"}

    def renew(self) -> bool:
        """Ask for another token and return True."""
        self.token = self.grant()
        self._ends = _ends(self.token, self.clock())
        return True

    def secrets(self) -> tuple[str, ...]:
        """Return what obtains the token, and the token."""
        in_hand = (self.token.access_token,) if self.token else ()
        return tuple(secret for secret in (*self.hidden, *in_hand) if secret)


def _ends(token: Token, now: float) -> float:
    return math.inf if token.seconds is None else now + token.seconds - LEEWAY
