"""How Salesforce is asked: SOQL page by page, or as a bulk job when much is told."""

import csv
import io
import json
from collections.abc import Iterator
from typing import Any

from pipelines.sources import Record, SourceError, paging
from pipelines.sources.http import Client

VERSION = "v67.0"
"""Summer '26. A version lives for years; this is the one place that names one."""

ROOT = f"/services/data/{VERSION}"
BATCH = 2_000
OPTIONS = "Sforce-Query-Options"
POLLS = 2_000
"""The most times that a job is asked for: about eleven hours at ever longer waits."""


LET_GO = ("INVALID_QUERY_LOCATOR", "NOT_FOUND")
"""Said of a cursor after two days, and of a bulk job after seven."""


class Queries:
    """Asks one organisation."""

    bulk_from = 10_000
    """Answers of more rows than this are fetched as a bulk job: 5 pages of a query."""

    bulk_page = 50_000

    def __init__(self, client: Client) -> None:
        self._client = client

    def get(self, path: str, resource: str) -> Any:
        """Return the answer to a path below the version of the API."""
        return self._client.get(ROOT + path, resource)

    def rows(
        self, resource: str, soql: str, *, with_deleted: bool = False
    ) -> Iterator[list[Record]]:
        """Yield what a query finds, by field, parents' fields under their path.

        A cursor or a job that Salesforce let go is begun anew: what then comes twice is
        the same record. Raises SourceError when less comes than was told.
        """
        verb = "queryAll" if with_deleted else "query"
        for attempt in (1, 2, 3):
            try:
                yield from self._once(resource, verb, soql)
            except SourceError as error:
                is_let_go = any(word in str(error) for word in LET_GO)
                if attempt == 3 or not is_let_go:
                    raise
            else:
                return

    def _once(self, resource: str, verb: str, soql: str) -> Iterator[list[Record]]:
        system, came = self._client.system, 0
        size = f"batchSize={min(BATCH, self._client.page_size)}"
        first = self._client.get(
            f"{ROOT}/{verb}", resource, {"q": soql}, {OPTIONS: size}
        )
        total = int(first["totalSize"])
        if total > self.bulk_from and not first["done"]:
            yield from self._job(resource, verb, soql)
            return

        def turn(path: str) -> tuple[list[Record], str | None]:
            body = self._client.get(path, resource) if path else first
            rows = paging.records(system, resource, body, "records")
            following = None if body["done"] else body["nextRecordsUrl"]
            return [flat(row) for row in rows], following

        for page in self._client.lists(resource, "", turn):
            came += len(page)
            yield page
        paging.agree(system, resource, total, came)

    def _job(self, resource: str, verb: str, soql: str) -> Iterator[list[Record]]:
        path = f"{ROOT}/jobs/query"
        job = self._client.post(path, resource, {"operation": verb, "query": soql})
        path = f"{path}/{job['id']}"
        total = self._finished(resource, path)
        came = 0

        def turn(locator: str) -> tuple[list[Record], str | None]:
            query = {"maxRecords": str(self.bulk_page)}
            query |= {"locator": locator} if locator else {}
            text, headers = self._client.text(f"{path}/results", resource, query)
            rows = list(csv.DictReader(io.StringIO(text, newline="")))
            told = int(headers.get("Sforce-NumberOfRecords", len(rows)))
            paging.agree(self._client.system, resource, told, len(rows))
            following = headers.get("Sforce-Locator", "null")
            # The last page names its successor with the word null.
            return [dict(row) for row in rows], None if following == "null" else (
                following
            )

        for page in self._client.lists(resource, "", turn):
            came += len(page)
            yield page
        paging.agree(self._client.system, resource, total, came)

    def _finished(self, resource: str, path: str) -> int:
        """Wait for a job's end; return how many records it found."""
        for poll in range(POLLS):
            job = self._client.get(path, resource)
            if job["state"] == "JobComplete":
                return int(job["numberRecordsProcessed"])
            if job["state"] in ("Failed", "Aborted"):
                why = json.dumps(job.get("errorMessage"))
                break
            self._client.sleep(min(1.0 + poll, 20.0))
        else:
            why = '"it did not end"'
        raise SourceError(
            self._client.system,
            resource,
            f"the bulk job failed: {why}. Nothing was loaded; run again.",
        )


def flat(row: Record, path: str = "") -> Record:
    """Return a record without its attributes, a parent's fields under their path.

    A parent has attributes too; an object without them is a field that has changed.
    """
    found: Record = {}
    for name, value in row.items():
        if name != "attributes" and isinstance(value, dict) and "attributes" in value:
            found |= flat(value, f"{path}{name}.")
        elif name != "attributes":
            found[path + name] = value
    return found
