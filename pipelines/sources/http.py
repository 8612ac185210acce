"""The one client that every connector shares: it asks, waits, renews and doubts.

    asked = Client("hubspot", "https://api.hubapi.com", Bearer(key), Pace(100, 10))
    body = asked.get("/crm/owners", "owners", {"limit": "100"})
    body = asked.post("/crm/search", "deals", {"limit": 100})

``get`` and ``post`` return the parsed answer with every decimal number as Decimal.
They raise SourceError, which names the system and the resource, when no complete answer
came; then the source is incomplete and last night's rows stay. ``Client.lists`` yields
pages through `paging.follow`.
"""

import json
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any

import requests

from pipelines.sources import Record, SourceError, TableError, answers, pace, paging
from pipelines.sources.auth import Auth

TRANSIENT = {408, 429, 500, 502, 503, 504}
TIMEOUT = (10, 60)
"""Seconds to connect, and seconds without a byte."""


@dataclass
class Client:
    """Asks one system. Safe to make for every run; holds no state but its token."""

    system: str
    """The connection's name; every message begins with it."""

    address: str
    auth: Auth
    pace: pace.Pace
    error_in: Callable[[Any], str | None] = answers.no_error
    """Finds the error in an answer that came with status 200, or returns None."""

    is_final: Callable[[requests.Response], bool] = answers.never_final
    """Whether a 429 speaks of a limit that is not worth waiting for (a daily one)."""

    headers: Mapping[str, str] = field(default_factory=dict)
    attempts: int = 6
    patience: timedelta = timedelta(minutes=15)
    """The longest wait that one request may add up to."""

    sleep: Callable[[float], None] = time.sleep
    session: requests.Session = field(default_factory=requests.Session)

    def get(
        self, path: str, resource: str, query: Mapping[str, str] | None = None
    ) -> Any:
        """Return the answer to a GET of ``path``, relative to the base address."""
        return self._ask(resource, "GET", path, query=query, body=None)

    def post(
        self,
        path: str,
        resource: str,
        body: Any,
        query: Mapping[str, str] | None = None,
    ) -> Any:
        """Return the answer to a POST of ``body`` as JSON."""
        return self._ask(resource, "POST", path, query=query, body=body)

    def lists(
        self,
        resource: str,
        start: paging.Position,
        turn: "paging.Turn[paging.Position]",
    ) -> Iterator[list[Record]]:
        """Yield the pages of ``resource``; see `paging.follow`."""
        return paging.follow(self.system, resource, start, turn)

    def _ask(self, resource: str, method: str, path: str, **said: Any) -> Any:
        waited, problem, may_renew = 0.0, "", True
        for attempt in range(1, self.attempts + 1):
            self.pace.wait()
            try:
                answer, wait = self._answer(resource, method, path, said)
                if answer.is_unsigned and may_renew and self.auth.renew():
                    may_renew = False
                    answer, wait = self._answer(resource, method, path, said)
            except requests.RequestException as error:
                answer, wait = answers.Answer(None, type(error).__name__), None
            if not answer.problem:
                return answer.body
            problem = answers.masked(answer.problem, self.auth.secrets())
            if answer.is_unsigned:
                break
            wait = pace.back_off(attempt) if wait is None else wait
            waited += wait
            if waited > self.patience.total_seconds():
                until = datetime.now(UTC) + timedelta(seconds=wait)
                problem += f"; asked to wait until {until:%F %T} UTC"
                break
            if attempt < self.attempts:
                self.sleep(wait)
        raise SourceError(
            self.system,
            resource,
            f"{problem}. Nothing was loaded; the last complete rows stay.",
        )

    def _answer(
        self, resource: str, method: str, path: str, said: Mapping[str, Any]
    ) -> tuple[answers.Answer, float | None]:
        """Ask once. Return the answer, and how long the system asked us to wait."""
        response = self._send(method, path, **said)
        wait = pace.told_to_wait(response.headers, datetime.now(UTC))
        if response.ok:
            return answers.read(response.content, self.error_in), wait
        if response.status_code in TRANSIENT and not self.is_final(response):
            return answers.Answer(None, f"status {response.status_code}"), wait
        if response.status_code == 401:
            return answers.UNSIGNED, None
        told = answers.masked(response.text[:300], self.auth.secrets())
        refused = TableError if response.status_code == 403 else SourceError
        raise refused(
            self.system,
            resource,
            f"status {response.status_code}: {told}. The last complete rows stay; "
            "check what the key may read.",
        )

    def _send(
        self, method: str, path: str, *, query: Mapping[str, str] | None, body: Any
    ) -> requests.Response:
        return self.session.request(
            method,
            self.address.rstrip("/") + path,
            params=query,
            data=None if body is None else json.dumps(body),
            headers={
                "Accept": "application/json",
                **({} if body is None else {"Content-Type": "application/json"}),
                **self.headers,
                **self.auth.headers(),
            },
            timeout=TIMEOUT,
            allow_redirects=False,
        )
