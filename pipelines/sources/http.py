"""The one client that every connector shares: it asks, waits, renews and doubts.

    asked = Client("hubspot", "https://api.hubapi.com", Bearer(key), Pace(100, 10))
    body = asked.get("/crm/owners", "owners", {"limit": "100"})

``get`` and ``post`` return the parsed answer with every decimal number as Decimal.
They raise SourceError, which names system and resource, when no complete answer came.
"""

import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from typing import Any

import requests

from pipelines.sources import Record, answers, endings, paging
from pipelines.sources.answers import read_text
from pipelines.sources.asking import Asked, Headers, Query
from pipelines.sources.auth import Auth
from pipelines.sources.kept_answers import KeptAnswers
from pipelines.sources.pace import Pace, back_off, told_to_wait, told_when
from pipelines.sources.sunsets import Sunsets
from pipelines.sources.transport import session

Read = Callable[[bytes, Callable[[Any], str | None]], answers.Answer]


@dataclass
class Client:
    """Asks one system. Safe to make for every run; holds no state but its token."""

    system: str
    """The connection's name; every message begins with it."""

    address: str
    auth: Auth
    pace: Pace
    error_in: Callable[[Any], str | None] = answers.no_error
    """Finds the error in an answer that came with status 200, or returns None."""

    is_final: Callable[[requests.Response], bool] = answers.never_final
    """Whether a refusal (429, 403, 503) speaks of a limit not worth waiting for."""

    resets_at: Callable[[requests.Response, datetime], datetime | None] = told_when
    """When such a limit resets: asked with the refusal and the moment it came."""

    is_busy: Callable[[requests.Response], bool] = answers.never_final
    """Whether a refusal that is usually meant (403) goes away by waiting."""

    headers: Mapping[str, str] = field(default_factory=dict)
    attempts: int = 6
    page_size: int = 1_000_000
    """The most records to ask for at once, where the system would give more."""

    patience: timedelta = timedelta(minutes=15)
    """The longest wait that one request may add up to."""

    deadline: timedelta = timedelta(hours=6)
    """The longest that everything asked of this system may take in one run."""

    sleep: Callable[[float], None] = time.sleep
    clock: Callable[[], float] = time.monotonic
    session: requests.Session = field(default_factory=session)
    kept: KeptAnswers | None = None
    """Answers of a run that ended early, and where this run's answers are kept."""

    sunsets: Sunsets = field(default_factory=Sunsets)
    _began: float | None = None

    def get(
        self, path: str, resource: str, query: Query = None, headers: Headers = None
    ) -> Any:
        """Return the answer to a GET of ``path``, relative to the base address."""
        return self.ask(Asked(resource, "GET", path, query, headers=headers)).body

    def post(self, path: str, resource: str, body: Any, query: Query = None) -> Any:
        """Return the answer to a POST of ``body`` as JSON."""
        return self.ask(Asked(resource, "POST", path, query, body)).body

    def text(self, path: str, resource: str, query: Query = None) -> tuple[str, Any]:
        """Return an answer that is text, such as CSV, and its headers."""
        said = {"Accept": "text/csv"}
        answer = self.ask(Asked(resource, "GET", path, query, None, said), read_text)
        return answer.body, answer.headers

    def lists(
        self,
        resource: str,
        start: paging.Position,
        turn: "paging.Turn[paging.Position]",
    ) -> Iterator[list[Record]]:
        """Yield the pages of ``resource``; see `paging.follow`."""
        return paging.follow(self.system, resource, start, turn)

    def ask(self, asked: Asked, read: Read = answers.read) -> answers.Answer:
        """Return the complete answer to one request, kept from before or asked now."""
        known = self.kept.recall(asked) if self.kept else None
        if known:
            answer = replace(read(known[0], self.error_in), headers=known[1])
        else:
            answer = self._asked(asked, read)
            if self.kept:
                self.kept.keep(asked, answer.content, answer.headers)
        self.sunsets.hear(asked.resource, answer.headers)
        return answer

    def _asked(self, asked: Asked, read: Read) -> answers.Answer:
        waited, problem, may_renew, answer = 0.0, "", True, answers.Answer(None)
        for attempt in range(1, self.attempts + 1):
            self._in_time(asked.resource)
            self.pace.wait()
            try:
                answer, wait = self._answer(asked, read)
                if answer.is_unsigned and may_renew and self.auth.renew():
                    may_renew = False
                    answer, wait = self._answer(asked, read)
            except requests.RequestException as error:
                answer, wait = answers.Answer(None, type(error).__name__), None
            if not answer.problem:
                return answer
            problem = answers.masked(answer.problem, self.auth.secrets())
            if answer.is_unsigned:
                raise endings.refusal(self.system, asked.resource, problem)
            wait = back_off(attempt) if wait is None else wait
            waited += wait
            if waited > self.patience.total_seconds():
                until = datetime.now(UTC) + timedelta(seconds=wait)
                raise endings.used_up(self.system, asked.resource, problem, until)
            if attempt < self.attempts:
                self.sleep(wait)
        raise endings.gave_up(self.system, asked.resource, answer, problem)

    def _answer(self, asked: Asked, read: Read) -> tuple[answers.Answer, float | None]:
        """Ask once. Return the answer, and how long the system asked us to wait."""
        signed = {**self.headers, **self.auth.headers()}
        response = asked.send(self.session, self.address, signed)
        now, status = datetime.now(UTC), response.status_code
        wait = told_to_wait(response.headers, now)
        if 200 <= status < 300:
            answer = read(response.content, self.error_in)
            content, headers = response.content, response.headers
            return replace(answer, content=content, headers=headers), wait
        return endings.refused(self, asked.resource, response, now), wait

    def _in_time(self, resource: str) -> None:
        self._began = self.clock() if self._began is None else self._began
        if self.clock() - self._began > self.deadline.total_seconds():
            raise endings.too_slow(self.system, resource, self.deadline)
