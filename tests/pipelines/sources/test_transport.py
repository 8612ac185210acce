"""Over real sockets: half a body, a drip and a reset are errors, never answers."""

import gzip
import socket
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta
from threading import Thread

import pytest
import requests

from pipelines.sources.transport import session

HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n"


@contextmanager
def answering(say: Callable[[socket.socket], None]) -> Iterator[str]:
    """Answer one connection on loopback by ``say``, then hang up."""
    with socket.create_server(("127.0.0.1", 0)) as server:

        def answer() -> None:
            opened, _ = server.accept()
            with opened:
                opened.recv(65_536)
                say(opened)

        thread = Thread(target=answer, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{server.getsockname()[1]}/"
        thread.join(5)


def drip(opened: socket.socket) -> None:
    opened.sendall(HEAD + b"Content-Length: 1000\r\n\r\n")
    try:
        while True:
            opened.sendall(b" ")
            time.sleep(0.02)
    except OSError:
        pass


def cut(opened: socket.socket) -> None:
    opened.sendall(HEAD + b'Content-Length: 100\r\n\r\n{"results": [')


def whole(opened: socket.socket) -> None:
    body = gzip.compress(b'{"n": 1}')
    told = f"Content-Encoding: gzip\r\nContent-Length: {len(body)}\r\n\r\n"
    opened.sendall(HEAD + told.encode() + body)


@pytest.mark.parametrize("say", [drip, cut])
def test_a_body_that_does_not_come_whole_and_in_time_is_an_error(
    say: Callable[[socket.socket], None],
) -> None:
    with answering(say) as address, pytest.raises(requests.RequestException):
        session(timedelta(seconds=0.2)).get(address, timeout=5)


def test_a_whole_body_is_unpacked() -> None:
    with answering(whole) as address:
        assert session().get(address, timeout=5).json() == {"n": 1}
