"""How Salesforce lets a client in: a session of unknown length, for app or user."""

import re
from urllib.parse import parse_qsl

from pipelines.sandbox.speaks import Request, Response
from pipelines.sandbox.speaks.wire import answer

SECRETS = {
    "SALESFORCE_CLIENT_ID": "sandbox-consumer-key",
    "SALESFORCE_CLIENT_SECRET": "sandbox-consumer-secret",
}
USER = "plumbline@meridian.example"
AUDIENCE = "https://login.salesforce.com"


class Sessions:
    """Opens sessions; each ends after so many requests, and nobody says so before."""

    def __init__(self, life: int, public_key: str) -> None:
        self._life = life
        self._public_key = public_key
        self._n_opened = 0
        self._left = 0

    def token(self, request: Request) -> Response:
        """Open a session for who proves to be the app, or the user of its key."""
        said = dict(parse_qsl(request.body.decode()))
        if said.get("grant_type") == "client_credentials":
            is_known = (said.get("client_id"), said.get("client_secret")) == (
                SECRETS["SALESFORCE_CLIENT_ID"],
                SECRETS["SALESFORCE_CLIENT_SECRET"],
            )
        else:
            is_known = self._is_signed(said.get("assertion", ""))
        if not is_known:
            told = {"error": "invalid_grant", "error_description": "not valid"}
            return answer(told, 400)
        self._n_opened += 1
        self._left = self._life
        return answer(
            {
                "access_token": self._session(),
                "instance_url": "https://meridian.my.salesforce.com",
                "token_type": "Bearer",
                "scope": "api",
            }
        )

    def accepts(self, request: Request) -> bool:
        """Return whether a request comes in the open session."""
        signed = re.sub("^Bearer ", "", request.headers.get("authorization", ""))
        self._left -= 1
        return self._left >= 0 and signed == self._session()

    def _session(self) -> str:
        return f"00Dsandbox!session-{self._n_opened}"

    def _is_signed(self, claim: str) -> bool:
        # Slow import: cryptography, and only the key pair needs it.
        import jwt

        try:
            said = jwt.decode(
                claim, self._public_key, algorithms=["RS256"], audience=AUDIENCE
            )
        except (jwt.PyJWTError, ValueError, TypeError):
            return False
        app = SECRETS["SALESFORCE_CLIENT_ID"]
        return (said.get("iss"), said.get("sub")) == (app, USER)
