"""A person's consent: the way to a refresh token for vendors that want a browser.

A connector whose vendor works so has ``CONSENT``, and `make connect` does the rest.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from urllib.parse import parse_qs, urlencode, urlsplit

from pipelines.firm import FirmError
from pipelines.sources.tokens import Token, ask_token


@dataclass(frozen=True)
class Consent:
    """Where a person agrees, and what is made of the code that comes back (RFC 6749).

    The client's id, its secret and the refresh token are the environment variables
    ``<prefix>_CLIENT_ID``, ``<prefix>_CLIENT_SECRET`` and ``<prefix>_REFRESH_TOKEN``.
    """

    page: str
    """The vendor's page of consent."""

    tokens: str
    """The base of the vendor's token address; a sandbox has its own."""

    token_path: str
    scope: str
    prefix: str
    also: Mapping[str, str] = field(default_factory=dict)
    """Parameters that come back beside the code, and the variables that keep them."""

    @property
    def keys(self) -> tuple[str, str]:
        """Return the variables of the client's id and secret."""
        return f"{self.prefix}_CLIENT_ID", f"{self.prefix}_CLIENT_SECRET"

    def address(self, client_id: str, redirect: str, state: str) -> str:
        """Return the address at which a person agrees."""
        said = {
            "response_type": "code",
            "client_id": client_id,
            "redirect_uri": redirect,
            "scope": self.scope,
            "state": state,
        }
        return f"{self.page}?{urlencode(said)}"

    def exchange(
        self, system: str, tokens: str, who: tuple[str, str], code: str, redirect: str
    ) -> Token:
        """Return the tokens for a code. Raises SourceError when it is refused."""
        form = {
            "grant_type": "authorization_code",
            "code": code,
            "redirect_uri": redirect,
        }
        url = f"{tokens}{self.token_path}"
        advice = "A code holds for a few minutes and works once: run it again."
        return ask_token(system, url, form, who=who, advice=advice)[0]


def came_back(pasted: str, state: str) -> dict[str, str]:
    """Return what came back: the code, and what stood beside it.

    ``pasted`` is the address that the browser was sent to, or the code alone. Raises
    FirmError when the vendor refused, or when the answer belongs to another question.
    """
    pasted = pasted.strip()
    if "?" not in pasted:
        return {"code": pasted}
    said = {name: found[0] for name, found in parse_qs(urlsplit(pasted).query).items()}
    if "error" in said:
        raise FirmError(f"The vendor said {said['error'][:60]}. Nothing was stored.")
    if said.get("state") != state or "code" not in said:
        raise FirmError("That answer is not to this question. Begin again.")
    return said
