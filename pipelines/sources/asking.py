"""One request, and what a refusal of it means for its table or its source."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import requests

from pipelines.sources import SourceError, TableError
from pipelines.sources.tokens import TIMEOUT


@dataclass(frozen=True)
class Asked:
    """What is asked of a system, without what signs it."""

    resource: str
    """What messages call it: a table or a list."""

    method: str
    path: str
    """Relative to the client's address."""

    query: Mapping[str, str] | None = None
    body: Any = None
    headers: Mapping[str, str] | None = None

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


def refusal(
    system: str, resource: str, problem: str, status: int | None = None
) -> SourceError:
    """Return the error of a request that asking again cannot help.

    What the key may not read (403) holds back one table; all else the whole source.
    """
    if status is None:
        return SourceError(
            system,
            resource,
            f"{problem}. Nothing was loaded; the last complete rows stay.",
        )
    refused = TableError if status == 403 else SourceError
    advice = (
        "the address has moved, check it"
        if 300 <= status < 400
        else "check what the key may read"
    )
    return refused(
        system, resource, f"{problem}. The last complete rows stay; {advice}."
    )
