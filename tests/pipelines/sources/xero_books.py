"""A tiny firm's books in Xero, read from a voice in this process."""

import json
from base64 import b64encode
from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

from pipelines.firm import Connection, Firm, Sandbox
from pipelines.sandbox.ids import uuid_of
from pipelines.sandbox.kept import Kept
from pipelines.sandbox.speaks import Request
from pipelines.sandbox.speaks.xero import SECRETS, Xero
from pipelines.sources import Record, Source, xero
from pipelines.sources.auth import KeptToken, Renewed
from tests.pipelines.sandbox.tiny_world import NEW_YEAR, Row, TinyWorld
from tests.pipelines.sources.hearing import Session

CONNECTION = Connection("accounting", "xero", "xero")


def firm_in(folder: Path) -> Firm:
    return Firm(
        "Tiny",
        "USD",
        (CONNECTION,),
        folder,
        tokens_file=folder / "tokens.json",
        sandbox=Sandbox(1, date(2026, 5, 31)),
    )


def document(number: int, **said: Any) -> Row:
    return {
        "invoice_id": f"{number}",
        "invoice_number": f"N-{number}",
        "customer_id": "C-1",
        "invoice_date": date(2026, 5, 4),
        "status": "issued",
        "kind": "invoice",
        "is_tax_inclusive": False,
        "currency_code": "USD",
        "created_at": NEW_YEAR,
        "updated_at": NEW_YEAR,
        "is_deleted": False,
    } | said


def voice_of(world: Any, **said: Any) -> Xero:
    """Return Xero telling this world, with other limits than usual."""
    told: type[Xero] = type("Told", (Xero,), said)
    return told(Kept(world, {"accounting": uuid_of}))


def books_of(
    folder: Path, told: Xero | Session
) -> tuple[Source, list[Request], list[float]]:
    """Return the readers, what they asked, and how long they were told to wait."""
    firm, waits = firm_in(folder), []
    client = xero.client(CONNECTION, firm, "https://xero.example", SECRETS)
    session = told if isinstance(told, Session) else Session(told)

    def exchange(refresh_token: str) -> tuple[str, str]:
        who = f"{SECRETS['XERO_CLIENT_ID']}:{SECRETS['XERO_CLIENT_SECRET']}"
        signed = {"authorization": f"Basic {b64encode(who.encode()).decode()}"}
        body = urlencode({"refresh_token": refresh_token}).encode()
        asked = Request("POST", "/connect/token", {}, signed, body)
        tokens = json.loads(session.voice.answer(asked).body)
        return tokens["access_token"], tokens["refresh_token"]

    auth = Renewed(
        exchange,
        KeptToken(firm.tokens_file, "xero"),
        SECRETS["XERO_REFRESH_TOKEN"],
    )
    client = replace(client, auth=auth, session=session, sleep=waits.append)
    return xero.source(CONNECTION, firm, client), session.asked, waits


def rows_of(pages: Iterable[object]) -> list[Record]:
    return [row for page in pages if isinstance(page, list) for row in page]


__all__ = ["TinyWorld", "books_of", "document", "firm_in", "rows_of", "voice_of"]
