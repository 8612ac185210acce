"""QuickBooks Online as it answers about the invented firm.

Access tokens live for 200 requests and are renewed with a refresh token that changes
each time; one request in 40 is throttled, without a word on how long to wait. Queries,
changes (CDC, 30 days, 1,000 objects), reports and settings answer as VENDORS tell.
"""

import base64
import re
from collections.abc import Mapping
from datetime import UTC, datetime, time, timedelta
from typing import Any
from urllib.parse import parse_qsl

from pipelines.sandbox.speaks import Request, Response
from pipelines.sandbox.speaks.quickbooks_documents import documents, payments
from pipelines.sandbox.speaks.quickbooks_parties import (
    accounts,
    customers,
    preferences,
    rates,
)
from pipelines.sandbox.speaks.quickbooks_query import (
    QueryError,
    Records,
    ask,
    comparable,
)
from pipelines.sandbox.speaks.quickbooks_reports import Reports
from pipelines.sandbox.speaks.quickbooks_words import World, meta, moment
from pipelines.sandbox.speaks.wire import answer

SECRETS = {
    "QUICKBOOKS_CLIENT_ID": "sandbox-client",
    "QUICKBOOKS_CLIENT_SECRET": "sandbox-secret",
    "QUICKBOOKS_REFRESH_TOKEN": "sandbox-refresh-0",
    "QUICKBOOKS_REALM_ID": "4620816365",
}
CHANGED = "MetaData.LastUpdatedTime"
THROTTLED = "message=ThrottleExceeded; errorCode=003001; statusCode=429"


class QuickBooks:
    """Answers for the firm's books."""

    token_life = 200
    """How many requests an access token is good for."""

    throttled_every = 40

    def __init__(self, world: World) -> None:
        told = documents(world)
        self._now = datetime.combine(world.day, time(23, 59), UTC)
        self._gone = {
            name: told[f"Deleted {name}"] for name in ("Invoice", "CreditMemo")
        }
        self._entities: dict[str, Records] = {
            "Customer": customers(world),
            "Account": accounts(world),
            "Invoice": told["Invoice"],
            "CreditMemo": told["CreditMemo"],
            "Payment": payments(world),
            "ExchangeRate": rates(world),
            "Preferences": preferences(world),
            "CompanyInfo": [_company(world)],
        }
        self._reports = Reports(world, self._entities["Account"])
        self._asked = 0
        self._issued = -1

    def answer(self, request: Request) -> Response:
        """Answer one request, errors included."""
        if request.path == "/oauth2/v1/tokens/bearer":
            return self._token(request)
        self._asked += 1
        token = f"Bearer {_access(self._issued, self._asked // self.token_life)}"
        if self._issued < 0 or request.headers.get("authorization") != token:
            return _fault(401, "AUTHENTICATION", "3200", "Token expired")
        if self._asked % self.throttled_every == 0:
            return _fault(429, "SERVICE", "3001", THROTTLED)
        realm = f"/v3/company/{SECRETS['QUICKBOOKS_REALM_ID']}/"
        if not request.path.startswith(realm):
            return _fault(403, "AUTHENTICATION", "3100", "Not this company")
        try:
            return self._told(request.path.removeprefix(realm), request.query)
        except (QueryError, KeyError) as error:
            return _fault(400, "ValidationFault", "4000", str(error))

    def _told(self, path: str, query: Mapping[str, str]) -> Response:
        now = moment(self._now.replace(tzinfo=None))
        if path == "query":
            found = ask(self._entities, query["query"])
            return answer({"QueryResponse": found, "time": now})
        if path == "cdc":
            return self._changes(query, now)
        if path == "reports/GeneralLedger":
            return answer(self._reports.general_ledger(query))
        if path == "reports/ProfitAndLoss":
            return answer(self._reports.profit_and_loss(query))
        return _fault(404, "ValidationFault", "120", f"No {path} here")

    def _changes(self, query: Mapping[str, str], now: str) -> Response:
        since = datetime.fromisoformat(query["changedSince"])
        if since < self._now - timedelta(days=30):
            return _fault(
                400, "ValidationFault", "2030", "changedSince: 30 days at most"
            )
        told, left = [], 1000
        for name in query["entities"].split(","):
            gone = [
                {"Id": r["Id"], "status": "Deleted", "MetaData": r["MetaData"]}
                for r in self._gone.get(name, [])
            ]
            found = [
                record
                for record in (*self._entities[name], *gone)
                if comparable(record, CHANGED) >= since
            ][:left]
            left -= len(found)
            told.append({name: found, "maxResults": len(found)} if found else {})
        return answer({"CDCResponse": [{"QueryResponse": told}], "time": now})

    def _token(self, request: Request) -> Response:
        said = dict(parse_qsl(request.body.decode()))
        who = f"{SECRETS['QUICKBOOKS_CLIENT_ID']}:{SECRETS['QUICKBOOKS_CLIENT_SECRET']}"
        signed = f"Basic {base64.b64encode(who.encode()).decode()}"
        match = re.fullmatch(r"sandbox-refresh-(\d+)", said.get("refresh_token", ""))
        if request.headers.get("authorization") != signed:
            return answer({"error": "invalid_client"}, 401)
        if match is None or int(match[1]) < self._issued:
            return answer({"error": "invalid_grant"}, 400)
        self._issued = int(match[1]) + 1
        return answer(
            {
                "token_type": "bearer",
                "access_token": _access(self._issued, self._asked // self.token_life),
                "refresh_token": f"sandbox-refresh-{self._issued}",
                "expires_in": 3600,
                "x_refresh_token_expires_in": 8_726_400,
            }
        )


def _access(issued: int, life: int) -> str:
    return f"sandbox-access-{issued}-{life}"


def _company(world: World) -> dict[str, Any]:
    postings = world.records("accounting", "journal_lines")
    first = min((row["posting_date"] for row in postings), default=world.day)
    return {
        "Id": "1",
        "CompanyName": "Meridian Advisory",
        "CompanyStartDate": str(first.replace(day=1)),
        "MetaData": meta({"created_at": None}),
    }


def _fault(status: int, kind: str, code: str, message: str) -> Response:
    error = {"Message": message, "Detail": message, "code": code}
    return answer({"Fault": {"Error": [error], "type": kind}}, status)
