"""What Salesforce keeps between two requests: cursors of queries, and bulk jobs."""

import csv
import io
from collections.abc import Sequence
from typing import Any

from pipelines.sandbox.speaks import Request, Response
from pipelines.sandbox.speaks.salesforce_soql import Told, told
from pipelines.sandbox.speaks.wire import answer

VERSION = "v67.0"
DATA = f"/services/data/{VERSION}"
OPEN_CURSORS = 10


def error(status: int, code: str, message: str) -> Response:
    """Return an error in Salesforce's words: a list of one."""
    return answer([{"message": message, "errorCode": code}], status)


class Cursors:
    """The newest cursors of one user; an eleventh closes the first."""

    def __init__(self) -> None:
        self.page = 2_000
        self._open: dict[str, tuple[str, Sequence[str], Sequence[Told], int]] = {}
        self._n_opened = 0

    def opened(
        self, name: str, fields: Sequence[str], rows: Sequence[Told], asked: str
    ) -> Response:
        """Answer a query with its first page, as long as `batchSize=` asks for."""
        self._n_opened += 1
        size = min(self.page, int(asked.rpartition("=")[2] or self.page))
        locator = f"0r8{self._n_opened:015d}"
        self._open[locator] = (name, fields, rows, size)
        for old in list(self._open)[:-OPEN_CURSORS]:
            del self._open[old]
        return self.told(locator, 0)

    def told(self, locator: str, start: int) -> Response:
        """Answer with the page of a cursor that begins behind so many records."""
        if locator not in self._open:
            return error(400, "INVALID_QUERY_LOCATOR", "invalid query locator")
        name, fields, rows, size = self._open[locator]
        end = start + size
        body: dict[str, Any] = {"totalSize": len(rows), "done": end >= len(rows)}
        if end < len(rows):
            body["nextRecordsUrl"] = f"{DATA}/query/{locator}-{end}"
        body["records"] = [told(name, fields, row, VERSION) for row in rows[start:end]]
        return answer(body)

    def close_all(self) -> None:
        """Forget every cursor, as Salesforce does after a while."""
        self._open.clear()


class Jobs:
    """Bulk jobs: made, asked for until they are done, and told as CSV."""

    def __init__(self) -> None:
        self._jobs: dict[str, tuple[Sequence[str], Sequence[Told]]] = {}
        self._n_asked: dict[str, int] = {}

    def made(self, fields: Sequence[str], rows: Sequence[Told]) -> Response:
        """Take a job."""
        job = f"750{len(self._n_asked):015d}"
        self._jobs[job], self._n_asked[job] = (fields, rows), 0
        return answer({"id": job, "state": "UploadComplete", "object": "x"})

    def state(self, request: Request, job: str) -> Response:
        """Tell how far a job is; the second time it is done."""
        if job not in self._jobs:
            return error(404, "NOT_FOUND", "The requested resource does not exist")
        self._n_asked[job] += 1
        if self._n_asked[job] == 1:
            return answer({"id": job, "state": "InProgress"})
        n_records = len(self._jobs[job][1])
        body = {"id": job, "state": "JobComplete", "numberRecordsProcessed": n_records}
        return answer(body)

    def forget(self) -> None:
        """Forget every job, as Salesforce does after seven days."""
        self._jobs.clear()

    def results(self, request: Request, job: str) -> Response:
        """Tell a page of a finished job; the last one's successor is called null."""
        if job not in self._jobs:
            return error(404, "NOT_FOUND", "The requested resource does not exist")
        fields, rows = self._jobs[job]
        start = int(request.query.get("locator") or 0)
        end = start + int(request.query.get("maxRecords", 50_000))
        text = io.StringIO(newline="")
        written = csv.writer(text, quoting=csv.QUOTE_ALL, lineterminator="\n")
        written.writerow(fields)
        for row in rows[start:end]:
            written.writerow([_cell(row[path]) for path in fields])
        headers = {
            "Content-Type": "text/csv",
            "Sforce-Locator": str(end) if end < len(rows) else "null",
            "Sforce-NumberOfRecords": str(len(rows[start:end])),
        }
        return Response(200, text.getvalue().encode(), headers)


def _cell(value: Any) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    return "" if value is None else str(value)
