"""How QuickBooks lets a client in: an access token behind a rotating refresh token."""

import base64
import re
from collections.abc import Mapping
from urllib.parse import parse_qsl

from pipelines.sandbox.speaks import Request, Response
from pipelines.sandbox.speaks.wire import answer


class Tokens:
    """Issues tokens. A refresh token that was exchanged before is worth nothing."""

    def __init__(self, secrets: Mapping[str, str], life: int) -> None:
        who = f"{secrets['QUICKBOOKS_CLIENT_ID']}:{secrets['QUICKBOOKS_CLIENT_SECRET']}"
        self._signed = f"Basic {base64.b64encode(who.encode()).decode()}"
        self._life = life
        self._issued = -1
        self._asked = 0

    def accepts(self, request: Request) -> bool:
        """Return whether the request carries the access token of the hour."""
        self._asked += 1
        return (
            self._issued >= 0
            and request.headers.get("authorization") == f"Bearer {self._access()}"
        )

    def exchange(self, request: Request) -> Response:
        """Return a new pair of tokens for a refresh token."""
        said = dict(parse_qsl(request.body.decode()))
        if said.get("code") == "sandbox-code":
            said["refresh_token"] = f"sandbox-refresh-{max(self._issued, 0)}"
        match = re.fullmatch(r"sandbox-refresh-(\d+)", said.get("refresh_token", ""))
        if request.headers.get("authorization") != self._signed:
            return answer({"error": "invalid_client"}, 401)
        if match is None or int(match[1]) < self._issued:
            return answer({"error": "invalid_grant"}, 400)
        self._issued = int(match[1]) + 1
        return answer(
            {
                "token_type": "bearer",
                "access_token": self._access(),
                "refresh_token": f"sandbox-refresh-{self._issued}",
                "expires_in": 3600,
                "x_refresh_token_expires_in": 8_726_400,
            }
        )

    def _access(self) -> str:
        return f"sandbox-access-{self._issued}-{self._asked // self._life}"
