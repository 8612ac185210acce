"""Bytes over the wire, all of them and in time, or an error that says so."""

import time
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import requests
import urllib3
from requests.adapters import HTTPAdapter

CHUNK = 65_536


class InTime(HTTPAdapter):
    """Reads the whole body before it hands an answer on.

    A time-out of a socket starts anew with every byte: a body that drips is ended here,
    after ``deadline``. Half a body (a reset, a length that was not kept) is an error.
    """

    def __init__(
        self, deadline: timedelta, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._deadline = deadline
        self._clock = clock
        super().__init__()

    def send(self, request: requests.PreparedRequest, **said: Any) -> requests.Response:  # type: ignore[override]
        """Return the answer with its body. Raises requests.RequestException."""
        response = super().send(request, **(said | {"stream": True}))
        try:
            content = whole_body(response.raw, self._deadline, self._clock)
        except (urllib3.exceptions.HTTPError, OSError) as error:
            raise requests.exceptions.ChunkedEncodingError(
                error, request=request
            ) from error
        finally:
            response.raw.release_conn()
        response._content = content
        response._content_consumed = True  # type: ignore[attr-defined]
        return response


def whole_body(raw: Any, deadline: timedelta, clock: Callable[[], float]) -> bytes:
    """Read a body to its end. Raises requests.ReadTimeout when it takes too long."""
    until, parts = clock() + deadline.total_seconds(), []
    while part := raw.read1(CHUNK, decode_content=True):
        parts.append(part)
        if clock() > until:
            raise requests.ReadTimeout("the answer drips")
    return b"".join(parts)


def session(deadline: timedelta = timedelta(minutes=5)) -> requests.Session:
    """Return a session in which no answer may take longer than ``deadline``."""
    opened = requests.Session()
    for scheme in ("http://", "https://"):
        opened.mount(scheme, InTime(deadline))
    return opened
