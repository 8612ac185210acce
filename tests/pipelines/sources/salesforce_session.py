"""An organisation of a few records, asked in this process without any network."""

import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

from pipelines.firm import Connection, Firm
from pipelines.sandbox.speaks import Request
from pipelines.sandbox.speaks.salesforce import SECRETS, Salesforce
from pipelines.sources import Record, salesforce
from pipelines.sources.auth import Granted, Token
from pipelines.sources.salesforce_objects import OPPORTUNITIES
from pipelines.sources.salesforce_org import Org
from tests.pipelines.sandbox.tiny_world import TinyWorld
from tests.pipelines.sources.hearing import client_of

CRM = Connection("crm", "salesforce", "salesforce")


def asked(form: Mapping[str, str]) -> Request:
    path = "/services/oauth2/token"
    return Request("POST", path, {}, {}, urlencode(form).encode())


class OpenSession(Granted):
    """Client credentials, granted without a network."""

    def __init__(self, voice: Salesforce) -> None:
        form = {
            "grant_type": "client_credentials",
            "client_id": SECRETS["SALESFORCE_CLIENT_ID"],
            "client_secret": SECRETS["SALESFORCE_CLIENT_SECRET"],
        }

        def grant() -> Token:
            told = json.loads(voice.answer(asked(form)).body)
            return Token(told["access_token"])

        super().__init__(grant)


def org_of(voice: Salesforce, **fields: str) -> tuple[Org, list[float], list[Any]]:
    client, waits, asked = client_of(
        voice,
        OpenSession(voice),
        is_final=salesforce.is_used_up,
        resets_at=salesforce.tomorrow,
        is_busy=salesforce.is_busy,
    )
    client.session.hooks["response"].append(salesforce.Allowance("crm").heard)
    named = {name.replace("__", ".", 1): said for name, said in fields.items()}
    return Org(client, named), waits, asked


def read(world: TinyWorld, **said: Any) -> dict[str, list[Record]]:
    """Return every record of every table, as a first load reads them."""
    voice = Salesforce(world, **said)
    client = org_of(voice)[0].queries._client
    firm = Firm("Tiny", "USD", (CRM,), Path())
    source = salesforce.source(CRM, firm, client)
    return {name: rows_of(reader(None)) for name, reader in source.items()}


def rows_of(pages: Iterable[object]) -> list[Record]:
    return [row for page in pages if isinstance(page, list) for row in page]


def deals_of(org: Org) -> list[Record]:
    return rows_of(org.records(OPPORTUNITIES, None))
