"""The end of a consent in the browser: one answer, heard on this machine only."""

from collections.abc import Callable
from http.server import BaseHTTPRequestHandler, HTTPServer

PORT = 8503
"""Register `http://localhost:8503/connected` as redirect address at the vendor."""

REDIRECT = f"http://localhost:{PORT}/connected"


def heard(announce: Callable[[], None], port: int = PORT) -> str:
    """Return the address that a browser was sent back to, after ``announce``."""
    found: list[str] = []

    class Handler(BaseHTTPRequestHandler):
        """Takes the first request that carries an answer."""

        def do_GET(self) -> None:
            """Take the answer and thank."""
            is_answer = self.path.startswith("/connected?")
            self.send_response(200 if is_answer else 404)
            self.send_header("Content-Type", "text/plain; charset=utf-8")
            self.end_headers()
            if is_answer:
                found.append(self.path)
                self.wfile.write(b"Plumbline has it. You can close this window.")

        def log_message(self, format: str, *args: object) -> None:
            """Say nothing: the address holds a code."""

    with HTTPServer(("127.0.0.1", port), Handler) as server:
        announce()
        while not found:
            server.handle_request()
    return found[0]
