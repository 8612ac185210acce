"""Xero as it answers about the invented firm.

Access tokens live for 200 requests and are renewed with a refresh token that changes
each time. One request in 90 is over the limit of the minute; the day has 5,000 calls.
While a list of several pages is read for the first time, one record moves. Outside the
tier `advanced`, journals are forbidden. Whoever does not ask for JSON gets XML.
"""

from datetime import datetime, time
from typing import Any

from pipelines.sandbox.ids import uuid_of
from pipelines.sandbox.speaks import Request, Response
from pipelines.sandbox.speaks.wire import answer
from pipelines.sandbox.speaks.xero_documents import Documents
from pipelines.sandbox.speaks.xero_history import history
from pipelines.sandbox.speaks.xero_ledger import (
    journals,
    journals_page,
    profit_and_loss,
)
from pipelines.sandbox.speaks.xero_lists import Lists
from pipelines.sandbox.speaks.xero_parties import (
    contacts,
    projects,
    projects_page,
    tracking_categories,
)
from pipelines.sandbox.speaks.xero_payments import overpayments, payments
from pipelines.sandbox.speaks.xero_settings import accounts, organisation
from pipelines.sandbox.speaks.xero_tokens import Tokens
from pipelines.sandbox.speaks.xero_words import TENANT, World, msdate

SECRETS = {
    "XERO_CLIENT_ID": "sandbox-client",
    "XERO_CLIENT_SECRET": "sandbox-secret",
    "XERO_REFRESH_TOKEN": "sandbox-refresh-0",
    "XERO_TENANT_ID": TENANT,
}
API = "/api.xro/2.0/"
PROJECTS = "/projects.xro/2.0/Projects"


class Xero:
    """Answers for the firm's books."""

    token_life = 200
    """How many requests an access token is good for."""

    limited_every = 90
    day_limit = 5000
    tier = "advanced"
    drifts = True

    def __init__(self, world: World) -> None:
        self._world = world
        self._now = msdate(datetime.combine(world.day, time(23, 59)))
        documents = Documents(world)
        self._lists = Lists(
            {
                "Contacts": contacts(world),
                "Invoices": documents.invoices(),
                "CreditNotes": documents.credit_notes(),
                "Payments": payments(world),
                "Overpayments": overpayments(world),
                "Prepayments": [],
            },
            drifts=self.drifts,
        )
        self._whole = {
            "Accounts": accounts(world),
            "TrackingCategories": tracking_categories(world),
            "Organisation": [organisation(world)],
        }
        self._projects = projects(world)
        self._journals = journals(world)
        self._asked = 0
        self._tokens = Tokens(
            SECRETS["XERO_CLIENT_ID"], SECRETS["XERO_CLIENT_SECRET"], self.token_life
        )

    def answer(self, request: Request) -> Response:
        """Answer one request, errors included."""
        if request.path == "/connect/token":
            return self._tokens.exchange(request)
        self._asked += 1
        refusal = self._refusal(request)
        if refusal:
            return refusal
        if "json" not in request.headers.get("accept", ""):
            xml = {"Content-Type": "text/xml; charset=utf-8"}
            return Response(200, b"<Response><Status>OK</Status></Response>", xml)
        told = self._told(request)
        if isinstance(told, Response):
            return told
        left = {"X-DayLimit-Remaining": str(self.day_limit - self._asked)}
        return answer(told, headers=left)

    def _refusal(self, request: Request) -> Response | None:
        if not self._tokens.accepts(request):
            return _refused(401, "Unauthorized", "TokenExpired: token expired")
        if self._asked > self.day_limit:
            return _limited("day", 43_200)
        if self._asked % self.limited_every == 0:
            return _limited("minute", 1)
        if request.headers.get("xero-tenant-id") != TENANT:
            return _refused(403, "Forbidden", "AuthenticationUnsuccessful")
        return None

    def _told(self, request: Request) -> dict[str, Any] | Response:
        if request.path == PROJECTS:
            return projects_page(self._projects, request.query)
        name = request.path.removeprefix(API)
        if name == "Journals" and self.tier != "advanced":
            return _refused(403, "Forbidden", "The tier of this app has no Journals")
        found = self._resource(name, request)
        if found is None:
            return Response(404, b"The resource you're looking for cannot be found")
        return {
            "Id": uuid_of(f"ANSWER-{self._asked}"),
            "Status": "OK",
            "ProviderName": "Plumbline sandbox",
            "DateTimeUTC": self._now,
            **found,
        }

    def _resource(self, name: str, request: Request) -> dict[str, Any] | None:
        if name.endswith("/History"):
            return {"HistoryRecords": history(self._world, name.split("/")[1])}
        since = request.headers.get("if-modified-since")
        if name in self._lists:
            return self._lists.told(name, request.query, since)
        if name in self._whole:
            plural = "Organisations" if name == "Organisation" else name
            return {plural: self._whole[name]}
        if name == "Journals":
            return {"Journals": journals_page(self._journals, request.query, since)}
        if name == "Reports/ProfitAndLoss":
            return {"Reports": [profit_and_loss(self._world, request.query)]}
        return None


def _refused(status: int, title: str, detail: str) -> Response:
    return answer({"Title": title, "Status": status, "Detail": detail}, status)


def _limited(problem: str, seconds: int) -> Response:
    headers = {"Retry-After": str(seconds), "X-Rate-Limit-Problem": problem}
    return Response(429, b"", headers)
