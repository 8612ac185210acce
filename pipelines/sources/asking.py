"""One request, and what a refusal of it means for its table or its source."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import requests

from pipelines.sources.tokens import TIMEOUT

Query = Mapping[str, str | Sequence[str]] | None
Headers = Mapping[str, str] | None


@dataclass(frozen=True)
class Asked:
    """What is asked of a system, without what signs it."""

    resource: str
    """What messages call it: a table or a list."""

    method: str
    path: str
    """Relative to the client's address."""

    query: Query = None
    body: Any = None
    headers: Headers = None

    def send(
        self, session: requests.Session, address: str, signed: Mapping[str, str]
    ) -> requests.Response:
        """Ask once and return whatever came. Raises requests.RequestException."""
        json_body = {"Content-Type": "application/json"}
        return session.request(
            self.method,
            address.rstrip("/") + self.path,
            params=self.query,
            data=None if self.body is None else json.dumps(self.body),
            headers={
                "Accept": "application/json",
                **({} if self.body is None else json_body),
                **(self.headers or {}),
                **signed,
            },
            timeout=TIMEOUT,
            allow_redirects=False,
        )
