"""QuickBooks Online as it answers about the invented firm.

Access tokens live for 200 requests and are renewed with a refresh token that changes
each time; one request in 40 is throttled, without a word on how long to wait. Queries,
changes (CDC, 30 days, 1,000 objects), reports and settings answer as VENDORS tell.
"""

from collections.abc import Mapping
from datetime import UTC, datetime, time, timedelta

from pipelines.sandbox.speaks import Request, Response
from pipelines.sandbox.speaks.quickbooks_documents import documents
from pipelines.sandbox.speaks.quickbooks_parties import accounts, customers
from pipelines.sandbox.speaks.quickbooks_payments import payments
from pipelines.sandbox.speaks.quickbooks_query import (
    QueryError,
    Records,
    ask,
    comparable,
)
from pipelines.sandbox.speaks.quickbooks_reports import Reports
from pipelines.sandbox.speaks.quickbooks_settings import company, preferences, rates
from pipelines.sandbox.speaks.quickbooks_tokens import Tokens
from pipelines.sandbox.speaks.quickbooks_words import World, moment
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
            "CompanyInfo": [company(world)],
        }
        self._reports = Reports(world, self._entities["Account"])
        self._asked = 0
        self._tokens = Tokens(SECRETS, self.token_life)

    def answer(self, request: Request) -> Response:
        """Answer one request, errors included."""
        if request.path == "/oauth2/v1/tokens/bearer":
            return self._tokens.exchange(request)
        self._asked += 1
        if not self._tokens.accepts(request):
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


def _fault(status: int, kind: str, code: str, message: str) -> Response:
    error = {"Message": message, "Detail": message, "code": code}
    return answer({"Fault": {"Error": [error], "type": kind}}, status)
