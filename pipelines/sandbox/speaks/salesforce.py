"""Salesforce as it answers about the invented firm.

A session ends without notice; queries page by a cursor that is closed when ten newer
ones are open; deleted records are told only by queryAll; every answer counts down the
requests of the day, and every fortieth request finds too many others under way. What
nobody may see (`hidden`) is neither described nor answered.
"""

import json
import re
from collections.abc import Callable, Sequence
from typing import Any

from pipelines.sandbox.kept import World
from pipelines.sandbox.speaks import Request, Response
from pipelines.sandbox.speaks.salesforce_cursors import DATA, Cursors, Jobs, error
from pipelines.sandbox.speaks.salesforce_fields import TABLES, described
from pipelines.sandbox.speaks.salesforce_past import edits, snapshots
from pipelines.sandbox.speaks.salesforce_records import (
    CORPORATE,
    Told,
    Users,
    currencies,
    dated_rates,
    records,
)
from pipelines.sandbox.speaks.salesforce_sessions import SECRETS, Sessions
from pipelines.sandbox.speaks.salesforce_soql import SoqlError, ask
from pipelines.sandbox.speaks.wire import answer

__all__ = ["SECRETS", "Salesforce"]
CURRENCIES = frozenset({"CurrencyType", "DatedConversionRate", "CurrencyIsoCode"})
"""What an organisation has only when it works in several currencies."""

EVERY_FORTIETH = 40


class Salesforce:
    """Answers for the firm's organisation."""

    def __init__(
        self,
        world: World,
        *,
        hidden: frozenset[str] = frozenset(),
        requests_a_day: int = 15_000,
        public_key: str = "",
    ) -> None:
        self.hidden = hidden
        self.cursors = Cursors()
        self.jobs = Jobs()
        self._sessions = Sessions(life=15, public_key=public_key)
        self._objects = _objects(world)
        self._asked, self._a_day = 0, requests_a_day
        self._routes: dict[str, Callable[..., Response]] = {
            f"{DATA}/(query|queryAll)": self._query,
            rf"{DATA}/query/(\w+)-(\d+)": self._following,
            f"{DATA}/sobjects": self._global,
            rf"{DATA}/sobjects/(\w+)/describe": self._describe,
            f"{DATA}/jobs/query": self._make_job,
            rf"{DATA}/jobs/query/(\w+)": self.jobs.state,
            rf"{DATA}/jobs/query/(\w+)/results": self.jobs.results,
        }

    def answer(self, request: Request) -> Response:
        """Answer one request, errors included."""
        if request.path == "/services/oauth2/token":
            return self._sessions.token(request)
        if not self._sessions.accepts(request):
            return error(401, "INVALID_SESSION_ID", "Session expired or invalid")
        self._asked += 1
        if self._asked > self._a_day:
            message = "TotalRequests Limit exceeded."
            return error(403, "REQUEST_LIMIT_EXCEEDED", message)
        if self._asked % EVERY_FORTIETH == 0:
            message = "ConcurrentRequests (Concurrent API Requests) Limit exceeded."
            return error(403, "REQUEST_LIMIT_EXCEEDED", message)
        return self._counted(self._told(request))

    def _told(self, request: Request) -> Response:
        for path, tell in self._routes.items():
            asked = re.fullmatch(path, request.path)
            if asked:
                try:
                    return tell(request, *asked.groups())
                except SoqlError as wrong:
                    return error(400, wrong.code, str(wrong))
        return error(404, "NOT_FOUND", "The requested resource does not exist")

    def _counted(self, response: Response) -> Response:
        used = {"Sforce-Limit-Info": f"api-usage={self._asked}/{self._a_day}"}
        return Response(response.status, response.body, {**response.headers, **used})

    def _seen(self) -> dict[str, Sequence[Told]]:
        return {n: rows for n, rows in self._objects.items() if n not in self.hidden}

    def _found(self, soql: str, verb: str) -> tuple[str, list[str], list[Told]]:
        name, fields, rows = ask(soql, self._seen(), self.hidden)
        if verb == "query":
            rows = [row for row in rows if not row.get("IsDeleted")]
        return name, fields, rows

    def _query(self, request: Request, verb: str) -> Response:
        size = request.headers.get("sforce-query-options", "")
        return self.cursors.opened(*self._found(request.query["q"], verb), size)

    def _following(self, request: Request, locator: str, start: str) -> Response:
        return self.cursors.told(locator, int(start))

    def _make_job(self, request: Request) -> Response:
        said = json.loads(request.body)
        _, fields, rows = self._found(said["query"], said["operation"])
        return self.jobs.made(fields, rows)

    def _global(self, request: Request) -> Response:
        names = [{"name": name, "queryable": True} for name in self._seen()]
        return answer({"encoding": "UTF-8", "sobjects": names})

    def _describe(self, request: Request, name: str) -> Response:
        if name not in self._seen():
            return error(404, "NOT_FOUND", "The requested resource does not exist")
        fields = [told for told in described(name) if told["name"] not in self.hidden]
        return answer({"name": name, "fields": fields})


def _objects(world: World) -> dict[str, Sequence[Told]]:
    users = Users(world)
    found: dict[str, Any] = {name: records(world, users, name) for name in TABLES}
    found |= {
        "User": users.told(),
        "OpportunityHistory": snapshots(world, users),
        "OpportunityFieldHistory": edits(world, users, "Opportunity"),
        "AccountHistory": edits(world, users, "Account"),
        "CurrencyType": currencies(world),
        "DatedConversionRate": dated_rates(world),
        "Organization": [{"Id": "00D", "DefaultCurrencyIsoCode": CORPORATE}],
    }
    return {name: list(rows) for name, rows in found.items()}
