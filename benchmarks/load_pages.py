"""The same pages read by dlt's `rest_api` source and by the shared client."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any
from urllib.parse import parse_qs, urlsplit

import dlt
from dlt.sources.rest_api import rest_api_source

from pipelines.raw import hints
from pipelines.sources import RawTable, columns
from pipelines.sources.auth import Bearer
from pipelines.sources.http import Client
from pipelines.sources.pace import unlimited
from pipelines.sources.rows import read

PAGE = 1000
TABLE = RawTable(
    "entries", columns("id project hours:decimal work_date:date note"), ("id",)
)
RESOURCE: Any = {
    "name": "entries",
    "primary_key": "id",
    "write_disposition": "merge",
    "columns": {"hours": {"data_type": "decimal"}},
    "endpoint": {"path": "entries", "data_selector": "results"},
}
CURSOR = {"type": "cursor", "cursor_path": "next", "cursor_param": "after"}


@contextmanager
def served(n: int) -> Iterator[str]:
    """Serve ``n`` entries and yield the address."""
    Pages.n = n
    server = ThreadingHTTPServer(("127.0.0.1", 0), Pages)
    Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()


def through_rest_api(address: str, folder: Path) -> None:
    """Load the entries as dlt does by itself."""
    client = {"base_url": address, "paginator": CURSOR}
    said: Any = {"client": client, "resources": [RESOURCE]}
    _run(folder, rest_api_source(said))


def through_client(address: str, folder: Path) -> None:
    """Load the entries as our connectors do."""
    client = Client("bench", address, Bearer("key"), unlimited())

    def turn(after: str) -> tuple[list[dict[str, Any]], str | None]:
        body = client.get("/entries", "entries", {"after": after})
        return body["results"], body["next"]

    rows = read(TABLE, "bench", client.lists("entries", "0", turn))
    assert rows.kept.num_rows == Pages.n
    key = ["connection", *TABLE.key]
    resource = dlt.resource(
        [rows.kept],
        name="entries",
        primary_key=key,
        write_disposition={"disposition": "merge", "strategy": "upsert"},
        columns=hints(TABLE),
    )
    _run(folder, resource)


def _run(folder: Path, data: Any) -> None:
    pipeline = dlt.pipeline(
        folder.name,
        pipelines_dir=str(folder),
        destination=dlt.destinations.duckdb(f"{folder}.duckdb"),
        dataset_name="raw",
    )
    pipeline.run(data, loader_file_format="parquet")


class Pages(BaseHTTPRequestHandler):
    """Serves entries, a page at a time."""

    n = 0
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        """Answer with a page and where the next one begins."""
        asked = parse_qs(urlsplit(self.path).query)
        start = int(asked.get("after", ["0"])[0])
        page = [
            {
                "id": f"T{at}",
                "project": f"P{at % 900}",
                "hours": at % 33 / 4,
                "work_date": "2026-05-01",
                "note": "Reporting and review",
            }
            for at in range(start, min(start + PAGE, self.n))
        ]
        end = start + PAGE
        told = {"results": page, "next": str(end) if end < self.n else None}
        body = json.dumps(told).encode()
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""
