"""The sandbox: every system of the invented firm, answering on this machine only."""

import importlib
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import cast
from urllib.parse import parse_qsl, unquote, urlsplit

from pipelines.sandbox.beside import left_to_files, write_files
from pipelines.sandbox.ids import number_of, uuid_of
from pipelines.sandbox.kept import Form, Kept, World
from pipelines.sandbox.speaks import Request, Response, Voice
from pipelines.sandbox.truths import SYSTEMS

VOICES = {
    "hubspot": "HubSpot",
    "salesforce": "Salesforce",
    "birdview": "Birdview",
    "kantata": "Kantata",
    "harvest": "Harvest",
    "quickbooks": "QuickBooks",
    "xero": "Xero",
    "bamboohr": "BambooHR",
    "personio": "Personio",
    "google_sheets": "GoogleSheets",
}
"""The class in `speaks/<system>.py` that speaks for each system."""

FORMS: Mapping[str, tuple[str, Form]] = {
    "harvest": ("psa", number_of),
    "kantata": ("psa", number_of),
    "xero": ("accounting", uuid_of),
}
"""The systems that make ids of a form of their own, each with its role."""

SECRET = "sandbox"
"""What the sandbox takes for every secret that a connector asks for."""


def forms_of(systems: Sequence[str]) -> Mapping[str, Form]:
    """Return the form of ids of each role of which one of ``systems`` has its own."""
    return dict(FORMS[system] for system in systems if system in FORMS)


@dataclass(frozen=True)
class Served:
    """Where the invented firm answers, what signs in there, and where its files lie."""

    addresses: Mapping[str, str]
    secrets: Mapping[str, str]
    imports_folder: Path


@contextmanager
def serve(
    world: World,
    folder: Path,
    systems: Sequence[str] = tuple(SYSTEMS.values()),
    *,
    forms: Mapping[str, Form] | None = None,
    limits: Mapping[str, Mapping[str, int]] | None = None,
) -> Iterator[Served]:
    """Serve the world over loopback HTTP until the block ends; files go to `folder`.

    One system for each role: the others cite its ids as it makes them, or in `forms`
    of the caller's choice. `limits` replace those of a voice.
    """
    world = Kept(world, forms_of(systems) if forms is None else forms)
    write_files(world, folder, left_to_files(systems))
    voices = {system: _voice(system, world) for system in systems}
    for system, own in (limits or {}).items():
        vars(voices[system]).update(own)
    server = ThreadingHTTPServer(("127.0.0.1", 0), _handler(voices))
    server.daemon_threads = True
    thread = Thread(target=server.serve_forever, args=(0.05,), daemon=True)
    thread.start()
    address = f"http://127.0.0.1:{server.server_port}"
    secrets = {name: value for system in systems for name, value in _secrets(system)}
    for voice in voices.values():
        if hasattr(voice, "written_secrets"):
            # A key file can only be named once it is written.
            secrets |= voice.written_secrets(folder)
    try:
        yield Served({s: f"{address}/{s}" for s in systems}, secrets, folder)
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def _voice(system: str, world: World) -> Voice:
    module = importlib.import_module(f"pipelines.sandbox.speaks.{system}")
    return cast("Voice", getattr(module, VOICES[system])(world))


def _secrets(system: str) -> Iterator[tuple[str, str]]:
    voice = importlib.import_module(f"pipelines.sandbox.speaks.{system}")
    source = importlib.import_module(f"pipelines.sources.{system}")
    taken = getattr(voice, "SECRETS", {})
    yield from {**dict.fromkeys(source.SECRETS, SECRET), **taken}.items()


def _query(text: str) -> dict[str, str]:
    """Return what was asked; what came several times is told with commas between."""
    said: dict[str, str] = {}
    for name, value in parse_qsl(text, keep_blank_values=True):
        said[name] = f"{said[name]},{value}" if name in said else value
    return said


def _handler(voices: Mapping[str, Voice]) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        """Hand each request to the voice that its first path segment names."""

        protocol_version = "HTTP/1.1"
        disable_nagle_algorithm = True

        def _answer(self) -> None:
            length = int(self.headers.get("Content-Length") or 0)
            body = self.rfile.read(length)
            said = urlsplit(self.path)
            _, _, rest = said.path.partition("/")
            system, _, path = rest.partition("/")
            response = Response(404, b'{"message": "No such system here."}')
            if system in voices:
                headers = {name.lower(): value for name, value in self.headers.items()}
                query, path = _query(said.query), f"/{unquote(path)}"
                asked = Request(self.command, path, query, headers, body)
                response = voices[system].answer(asked)
            self.send_response(response.status)
            for name, value in response.headers.items():
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(response.body)))
            self.end_headers()
            self.wfile.write(response.body)

        do_GET = do_POST = do_PUT = do_PATCH = do_DELETE = _answer

        def log_message(self, format: str, *args: object) -> None:
            """Say nothing: the night reports what it asked."""

    return Handler
