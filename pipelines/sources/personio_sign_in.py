"""How Plumbline signs in to Personio: a token that each answer may replace."""

from collections.abc import Callable, Mapping
from typing import Any

import requests

from pipelines.sources import SourceError
from pipelines.sources.auth import Granted, Token
from pipelines.sources.tokens import TIMEOUT


class Rotating(Granted):
    """A token of a day. Older accounts hand out the next one with every answer, and the
    one before is then worth nothing.
    """

    def heard(self, response: requests.Response, *_: Any, **__: Any) -> None:
        """Take the token that an answer brings, if it brings one."""
        said = response.headers.get("Authorization", "")
        if said.startswith("Bearer "):
            lasts = self.token.seconds if self.token else None
            self.token = Token(said.removeprefix("Bearer "), seconds=lasts)


def ask_anew(
    system: str, address: str, secrets: Mapping[str, str]
) -> Callable[[], Token]:
    """Return what asks for a token with the client id and secret."""
    form = {
        "client_id": secrets["PERSONIO_CLIENT_ID"],
        "client_secret": secrets["PERSONIO_CLIENT_SECRET"],
    }

    def grant() -> Token:
        try:
            answer = requests.post(
                f"{address.rstrip('/')}/v1/auth",
                json=form,
                headers={"Accept": "application/json"},
                timeout=TIMEOUT,
                allow_redirects=False,
            )
            data = answer.json()["data"]
            lasts = data.get("expires_in")
            return Token(str(data["token"]), seconds=lasts and float(lasts))
        except requests.JSONDecodeError:
            problem = f"status {answer.status_code} without a token"
        except requests.RequestException as error:
            problem = type(error).__name__
        except (KeyError, TypeError, ValueError):
            problem = f"status {answer.status_code}, no token"
        raise SourceError(
            system,
            "sign-in",
            f"{problem}. Nothing was loaded. Check the API credential of this system.",
        )

    return grant


def error_in(body: Any) -> str | None:
    """Return the error of an answer that came with a good status, or None."""
    if isinstance(body, dict) and body.get("success") is False:
        error = body.get("error")
        return str(error.get("message")) if isinstance(error, dict) else "no success"
    return None
