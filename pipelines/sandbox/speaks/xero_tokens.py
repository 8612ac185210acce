"""How Xero lets a client in: an access token behind a rotating refresh token."""

import base64
import re
from urllib.parse import parse_qsl

from pipelines.sandbox.speaks import Request, Response
from pipelines.sandbox.speaks.wire import answer


class Tokens:
    """Issues tokens. A refresh token that was exchanged before is worth nothing."""

    def __init__(self, client_id: str, client_secret: str, life: int) -> None:
        who = base64.b64encode(f"{client_id}:{client_secret}".encode()).decode()
        self._signed = f"Basic {who}"
        self._life = life
        self._issued = -1
        self._asked = 0

    def accepts(self, request: Request) -> bool:
        """Return whether the request carries the access token of the half hour."""
        self._asked += 1
        said = request.headers.get("authorization")
        return self._issued >= 0 and said == f"Bearer {self._access()}"

    def exchange(self, request: Request) -> Response:
        """Return a new pair of tokens, or one alone for a custom connection."""
        if request.headers.get("authorization") != self._signed:
            return answer({"error": "invalid_client"}, 400)
        said = dict(parse_qsl(request.body.decode()))
        told = {"token_type": "Bearer", "expires_in": 1800}
        if said.get("grant_type") == "client_credentials":
            self._issued += 1
            return answer(told | {"access_token": self._access()})
        if said.get("code") == "sandbox-code":
            said["refresh_token"] = f"sandbox-refresh-{max(self._issued, 0)}"
        match = re.fullmatch(r"sandbox-refresh-(\d+)", said.get("refresh_token", ""))
        if match is None or int(match[1]) < self._issued:
            return answer({"error": "invalid_grant"}, 400)
        self._issued = int(match[1]) + 1
        refresh = f"sandbox-refresh-{self._issued}"
        return answer(told | {"access_token": self._access(), "refresh_token": refresh})

    def _access(self) -> str:
        return f"sandbox-access-{self._issued}-{self._asked // self._life}"
