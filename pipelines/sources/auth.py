"""How a client proves who it is: a key, a password, or a token that must be renewed."""

import base64
import json
import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

from pipelines.firm import FirmError


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

    ``exchange(refresh_token)`` returns the new access token and the refresh token to
    use from then on. The latter is saved before the former is used, so that no crash
    can leave the firm with a token that the vendor no longer accepts.
    """

    exchange: Callable[[str], tuple[str, str]] = field(repr=False)
    kept: "KeptToken"
    first_refresh_token: str = field(repr=False)
    access_token: str | None = field(default=None, repr=False)

    def headers(self) -> Mapping[str, str]:
        """Return the bearer header, with a token fetched first when there is none."""
        if self.access_token is None:
            self.renew()
        return {"Authorization": f"Bearer {self.access_token}"}

    def renew(self) -> bool:
        """Exchange the refresh token, save what comes back, and return True."""
        refresh_token = self.kept.read() or self.first_refresh_token
        access_token, rotated = self.exchange(refresh_token)
        self.kept.save(rotated)
        self.access_token = access_token
        return True

    def secrets(self) -> tuple[str, ...]:
        """Return every token in hand."""
        tokens = (self.first_refresh_token, self.kept.read(), self.access_token)
        return tuple(token for token in tokens if token)


@dataclass(frozen=True)
class KeptToken:
    """One rotating token in the firm's token file (`[secrets] tokens`, mode 0600)."""

    file: Path
    name: str

    def read(self) -> str | None:
        """Return the token, or None. Raises FirmError when others may read the file."""
        return self._all().get(self.name)

    def save(self, token: str) -> None:
        """Keep ``token``: written beside, forced to disk, then moved into place."""
        tokens = self._all() | {self.name: token}
        beside = self.file.with_name(f"{self.file.name}.new")
        beside.unlink(missing_ok=True)
        opened = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(opened, "w") as file:
            json.dump(tokens, file)
            file.flush()
            os.fsync(file.fileno())
        beside.replace(self.file)

    def _all(self) -> dict[str, str]:
        if not self.file.exists():
            return {}
        if self.file.stat().st_mode & 0o077:
            raise FirmError(
                f"{self.file} can be read by others. Run `chmod 600 {self.file}`."
            )
        tokens: dict[str, str] = json.loads(self.file.read_text())
        return tokens
