"""A Personio account of a few people, asked in this process without any network."""

import json
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import Any

from pipelines.firm import Connection, Firm
from pipelines.sandbox.speaks import Request
from pipelines.sandbox.speaks.personio import SECRETS
from pipelines.sources import Record, personio
from pipelines.sources.personio_sign_in import Rotating, error_in
from pipelines.sources.tokens import Token
from tests.pipelines.sources.hearing import client_of

HR = Connection("hr", "personio", "personio")
NUMBER = {"employees.employee_number": "Employee number"}


def token_of(voice: Any) -> Rotating:
    def grant() -> Token:
        said = {
            "client_id": SECRETS["PERSONIO_CLIENT_ID"],
            "client_secret": SECRETS["PERSONIO_CLIENT_SECRET"],
        }
        asked = Request("POST", "/v1/auth", {}, {}, json.dumps(said).encode())
        return Token(json.loads(voice.answer(asked).body)["data"]["token"])

    return Rotating(grant)


def read(voice: Any, **fields: str) -> tuple[dict[str, list[Record]], list[Request]]:
    """Return every record of every table, as a night reads them."""
    token = token_of(voice)
    client, _, asked = client_of(voice, token, error_in=error_in)
    client.session.hooks["response"].append(token.heard)
    named = {name.replace("__", "."): said for name, said in fields.items()}
    day = date(2026, 5, 31)
    firm = Firm(
        "Tiny", "USD", (HR,), Path(), as_of=day, fields={"personio": NUMBER | named}
    )
    source = personio.source(HR, firm, client)
    return {name: rows_of(reader(None)) for name, reader in source.items()}, asked


def rows_of(pages: Iterable[object]) -> list[Record]:
    return [row for page in pages if isinstance(page, list) for row in page]
