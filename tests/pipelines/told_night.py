"""A tiny night with given findings and numbers, and places that hear its digest."""

import json
import socket
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from decimal import Decimal
from email import message_from_bytes
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

from aiosmtpd.controller import Controller

from pipelines.beginning import Order
from pipelines.firm import Firm
from pipelines.rules import Run
from pipelines.transform import Transformed
from pipelines.warehouse import connection
from tests.pipelines.tiny_night import firm_called, order

FINDINGS = """
create or replace table quality.findings (
    finding_id varchar, status varchar, owner_role varchar, fix_in varchar,
    sentence varchar, fix_url varchar, money_at_stake decimal(18, 2),
    currency_code varchar, source_record_type varchar, suite varchar
)
"""


def finding(name: str, status: str = "new", owner: str = "sales") -> tuple[Any, ...]:
    sentence = f"Deal {name} was entered twice. Merge the two deals."
    address = f"https://crm.example.com/{name}"
    return (name, status, owner, "crm", sentence, address, Decimal("1200.50"), "USD")


def night_with(
    build: Path,
    *findings: tuple[Any, ...],
    billed: str = "1000.00",
    notify: tuple[Mapping[str, Any], ...] = (),
    **steps: Any,
) -> Order:
    """Return a night that publishes these findings and this billed amount."""

    def transform(warehouse: Path, scratch: Path) -> Transformed:
        with connection(warehouse, write=True) as opened:
            opened.execute("create schema if not exists marts")
            opened.execute(
                "create or replace table marts.revenue_anchors as select 'firm' as "
                "scope_kind, 'firm' as scope_id, 'to_date' as period, "
                f"'billed' as anchor, {billed}::decimal(18, 2) as anchor_amount, "
                "'USD' as currency_code"
            )
        return Transformed(n_models=1, n_tests=0)

    def check(firm: Firm, warehouse: Path, run: Run) -> int:
        with connection(warehouse, write=True) as opened:
            opened.execute("create schema if not exists quality")
            opened.execute(FINDINGS)
            for row in findings:
                opened.execute(
                    "insert into quality.findings values "
                    "(?, ?, ?, ?, ?, ?, ?, ?, 'deal', 'tiny')",
                    row,
                )
        return len(findings)

    return order(
        build,
        firm=firm_called(notify=notify),
        **{"transform": transform, "check": check, **steps},
    )


@contextmanager
def web(status: int = 200) -> Iterator[tuple[str, list[dict[str, Any]]]]:
    """Serve one address that answers with `status`; yield it and what it was told."""
    heard: list[dict[str, Any]] = []

    class Ear(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            length = int(self.headers["Content-Length"])
            heard.append(json.loads(self.rfile.read(length)))
            self.send_response(status)
            self.end_headers()

        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Ear)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/secret-path", heard
    finally:
        server.shutdown()
        server.server_close()


@contextmanager
def post_office() -> Iterator[tuple[str, list[Any]]]:
    """Serve SMTP; yield its address and the messages that arrived."""
    heard: list[Any] = []

    class Ear:
        async def handle_DATA(self, server: Any, session: Any, envelope: Any) -> str:
            heard.append(message_from_bytes(envelope.content))
            return "250 OK"

    with socket.create_server(("127.0.0.1", 0)) as chosen:
        port = chosen.getsockname()[1]
    office = Controller(Ear(), hostname="127.0.0.1", port=port)
    office.start()
    try:
        yield f"smtp://127.0.0.1:{port}", heard
    finally:
        office.stop()
