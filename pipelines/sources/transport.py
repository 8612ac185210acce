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
        self._deadline = deadline.total_seconds()
        self._clock = clock
        super().__init__()

    def send(self, request: requests.PreparedRequest, **said: Any) -> requests.Response:  # type: ignore[override]
        """Return the answer with its body. Raises requests.RequestException."""
        until = self._clock() + self._deadline
        response = super().send(request, **(said | {"stream": True}))
        parts = []
        try:
            while part := response.raw.read1(CHUNK, decode_content=True):
                parts.append(part)
                if self._clock() > until:
                    raise requests.ReadTimeout("the answer drips", request=request)
        except (urllib3.exceptions.HTTPError, OSError) as error:
            raise requests.exceptions.ChunkedEncodingError(
                error, request=request
            ) from error
        finally:
            response.raw.release_conn()
        response._content = b"".join(parts)
        response._content_consumed = True  # type: ignore[attr-defined]
        return response


def session(deadline: timedelta = timedelta(minutes=5)) -> requests.Session:
    """Return a session in which no answer may take longer than ``deadline``."""
    opened = requests.Session()
    for scheme in ("http://", "https://"):
        opened.mount(scheme, InTime(deadline))
    return opened
