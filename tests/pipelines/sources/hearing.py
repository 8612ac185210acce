"""A session that asks a sandbox voice, or a list of answers, without any network."""

from collections.abc import Iterable
from typing import Any
from urllib.parse import urlsplit

import requests
from requests.hooks import dispatch_hook

from pipelines.sandbox.speaks import Request, Response, Voice
from pipelines.sources.auth import Auth, Bearer
from pipelines.sources.http import Client
from pipelines.sources.pace import Pace


class Session(requests.Session):
    """Answers in this process and remembers what was asked."""

    def __init__(self, answers: Voice | Iterable[Response]) -> None:
        super().__init__()
        is_voice = hasattr(answers, "answer")
        self.voice: Any = answers if is_voice else None
        self._answers = iter(()) if is_voice else iter(answers)  # type: ignore[arg-type]
        self.asked: list[Request] = []

    def request(self, method: str, url: str, **said: Any) -> requests.Response:  # type: ignore[override]
        headers = {name.lower(): value for name, value in said["headers"].items()}
        asked = Request(
            method,
            urlsplit(url).path,
            {
                name: value if isinstance(value, str) else ",".join(value)
                for name, value in (said["params"] or {}).items()
            },
            headers,
            (said["data"] or "").encode(),
        )
        self.asked.append(asked)
        told = self.voice.answer(asked) if self.voice else next(self._answers)
        response = requests.Response()
        response.status_code = told.status
        response.headers.update(told.headers)
        response._content = told.body
        dispatch_hook("response", self.hooks, response)
        return response


def client_of(
    answers: Voice | Iterable[Response], auth: Auth | None = None, **said: Any
) -> tuple[Client, list[float], list[Request]]:
    """Return a client, how long it waited each time, and what it asked."""
    waits: list[float] = []
    session = Session(answers)
    client = Client(
        "crm",
        "https://crm.example",
        auth or Bearer("a-secret"),
        Pace(calls=1_000_000, seconds=1),
        sleep=waits.append,
        session=session,
        **said,
    )
    return client, waits, session.asked
