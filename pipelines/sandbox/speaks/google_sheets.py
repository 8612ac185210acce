"""Google Sheets as it shows the invented firm: a spreadsheet per role, a tab per table.

Numbers, days and booleans come as such, empty cells at the end of a row do not come at
all, and every sixtieth read within a minute is one too many, without a word about how
long to wait.
"""

import re
from collections.abc import Mapping
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from pipelines.common_model import TABLES
from pipelines.sandbox.kept import World
from pipelines.sandbox.speaks import Request, Response
from pipelines.sandbox.speaks.google_key import Account
from pipelines.sandbox.speaks.wire import answer

DAY_0 = date(1899, 12, 30)
ZONE = ZoneInfo("America/New_York")
"""Where the invented firm writes its times."""

EVERY_SIXTIETH = 60


class GoogleSheets:
    """Answers about the spreadsheets `sample-<role>`."""

    def __init__(self, world: World, merged: str = "", hidden: str = "") -> None:
        self._world = world
        self._account = Account()
        self._merged, self._hidden = merged, hidden
        self._n_asked = 0

    def written_secrets(self, folder: Path) -> dict[str, str]:
        """Write the key of a service account and return where it lies."""
        return {"GOOGLE_SHEETS_KEY_FILE": str(self._account.written(folder))}

    def answer(self, request: Request) -> Response:
        """Answer one request, errors included."""
        if request.path == "/token":
            return self._account.let_in(request)
        if not self._account.accepts(request):
            return refused(401, "UNAUTHENTICATED", "Invalid credentials.")
        self._n_asked += 1
        if self._n_asked % EVERY_SIXTIETH == 0:
            return refused(429, "RESOURCE_EXHAUSTED", "Quota exceeded for reads.")
        asked = re.fullmatch(
            r"/v4/spreadsheets/sample-(\w+)(/values:batchGet)?", request.path
        )
        if asked is None:
            return refused(404, "NOT_FOUND", "Requested entity was not found.")
        if asked[2]:
            return self._values(asked[1], request.query)
        return answer({"sheets": [self._tab(name) for name in _tables(asked[1])]})

    def _tab(self, name: str) -> dict[str, Any]:
        properties = {"title": title(name), "hidden": name == self._hidden}
        area = {"startRowIndex": 1, "endRowIndex": 3, "startColumnIndex": 0}
        merges = {"merges": [area]} if name == self._merged else {}
        return {"properties": properties, **merges}

    def _values(self, role: str, query: Mapping[str, str]) -> Response:
        wanted = query["ranges"].strip("'")
        for name, columns in _tables(role).items():
            if title(name) == wanted:
                rows = [
                    _cut([cell(row[column]) for column in columns])
                    for row in self._world.records(role, name)
                ]
                told = {
                    "range": f"{wanted}!A1:Z{len(rows) + 1}",
                    "majorDimension": "ROWS",
                    "values": [columns, *rows],
                }
                return answer({"valueRanges": [told]})
        return refused(400, "INVALID_ARGUMENT", f"Unable to parse range: {wanted}")


def _tables(role: str) -> dict[str, list[str]]:
    return {
        table.name: [column.name for column in table.columns]
        for table in TABLES
        if table.role == role
    }


def title(name: str) -> str:
    """Return how the firm calls the tab of a table."""
    return name.replace("_", " ").title()


def _cut(row: list[Any]) -> list[Any]:
    while row and row[-1] == "":
        row.pop()
    return row


def cell(value: Any) -> Any:
    """Return a value as an unformatted cell; days and times count from 1899."""
    if isinstance(value, datetime):
        local = value.replace(tzinfo=ZoneInfo("UTC")).astimezone(ZONE)
        seconds = local.hour * 3600 + local.minute * 60 + local.second
        part = (Decimal(seconds) / 86_400).quantize(Decimal("0.0000000001"))
        return (local.date() - DAY_0).days + part
    if isinstance(value, date):
        return (value - DAY_0).days
    return "" if value is None else value


def refused(status: int, code: str, message: str) -> Response:
    """Return an error in Google's words."""
    body = {"error": {"code": status, "message": message, "status": code}}
    return answer(body, status)
