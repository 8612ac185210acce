"""Tokens: asked for, kept in a file of mode 0600, and never used past their time."""

import fcntl
import json
import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

import requests

from pipelines.firm import FirmError
from pipelines.sources import SourceError

TIMEOUT = (10, 60)
"""Seconds to connect, and seconds without a byte."""

LEEWAY = 60.0
"""A token is renewed this many seconds before it ends."""


class Token(NamedTuple):
    """What a vendor hands out: what signs requests, and what obtains the next one."""

    access_token: str
    refresh_token: str = ""
    seconds: float | None = None
    """How long the access token holds; None when the vendor does not say."""


def ask_token(
    system: str,
    url: str,
    form: Mapping[str, str],
    *,
    who: tuple[str, str] | None = None,
    advice: str = "Check the secrets of this system.",
) -> tuple[Token, Mapping[str, Any]]:
    """Post ``form`` to a token address; return the token and the whole answer.

    ``who`` is the client id and secret where the vendor wants them in a Basic header.
    Raises SourceError, which ends with ``advice`` and repeats no secret.
    """
    try:
        answer = requests.post(
            url,
            data=form,
            auth=who,
            headers={"Accept": "application/json"},
            timeout=TIMEOUT,
            allow_redirects=False,
        )
        told = answer.json()
        lasts = told.get("expires_in")
        token = Token(
            str(told["access_token"]),
            str(told.get("refresh_token", "")),
            None if lasts is None else float(lasts),
        )
    except requests.JSONDecodeError:
        problem = f"status {answer.status_code} without a token"
    except (KeyError, AttributeError, TypeError, ValueError):
        said = told.get("error", "no token") if isinstance(told, dict) else "no token"
        problem = f"status {answer.status_code}, {str(said)[:60]}"
    except requests.RequestException as error:
        problem = type(error).__name__
    else:
        return token, told
    raise SourceError(system, "sign-in", f"{problem}. Nothing was loaded. {advice}")


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
        self._write(self._all() | {self.name: token})

    def _write(self, tokens: Mapping[str, str]) -> None:
        beside = self.file.with_name(f"{self.file.name}.new")
        beside.unlink(missing_ok=True)
        opened = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(opened, "w") as file:
            json.dump(tokens, file)
            file.flush()
            os.fsync(file.fileno())
        beside.replace(self.file)

    def forget(self) -> None:
        """Remove the token: the one in the environment counts again."""
        if self.name in self._all():
            self._write({k: v for k, v in self._all().items() if k != self.name})

    @contextmanager
    def held(self) -> Iterator[None]:
        """Keep other processes from exchanging a token of the same file meanwhile."""
        beside = self.file.with_name(f".{self.file.name}.lock")
        opened = os.open(beside, os.O_RDWR | os.O_CREAT, 0o600)
        try:
            fcntl.flock(opened, fcntl.LOCK_EX)
            yield
        finally:
            os.close(opened)

    def _all(self) -> dict[str, str]:
        if not self.file.exists():
            return {}
        if self.file.stat().st_mode & 0o077:
            raise FirmError(
                f"{self.file} can be read by others. Run `chmod 600 {self.file}`."
            )
        tokens: dict[str, str] = json.loads(self.file.read_text())
        return tokens
