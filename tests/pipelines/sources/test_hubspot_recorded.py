"""Recorded pages of HubSpot load without loss, whatever is null in them."""

import json
import os
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from pipelines.firm import Connection, Firm
from pipelines.sandbox.speaks import Request
from pipelines.sandbox.speaks.wire import answer
from pipelines.sources import hubspot
from pipelines.sources.registry import tables
from pipelines.sources.rows import Rows, read
from tests.pipelines.sources.hearing import client_of

VENDOR = Path(os.environ.get("VENDOR_ANSWERS", "absent")) / "hubspot"
CRM = Connection("crm", "hubspot", "crm")
FILES = {
    "companies": ["mock_companies_data.json"],
    "contacts": ["mock_contacts_data.json", "mock_contacts_with_history.json"],
    "deals": ["mock_deals_data.json"],
}


class Recorded:
    """A portal of the recorded records: they are listed, and read in batches."""

    def __init__(self) -> None:
        self.records = {
            name: {one["id"]: one for file in files for one in _results(file)}
            for name, files in FILES.items()
        }

    def answer(self, request: Request) -> Any:
        *_, name = request.path.removesuffix("/batch/read").split("/")
        known = self.records.get(name, {})
        if request.path.endswith("/search"):
            return answer({"total": 0, "results": []})
        if request.query.get("archived") == "true" or "associations" in request.path:
            return answer({"results": []})
        if request.method == "POST":
            asked = json.loads(request.body)["inputs"]
            return answer({"results": [known[one["id"]] for one in asked]})
        return answer({"results": list(known.values())})


def _results(file: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads((VENDOR / file).read_text())["results"]
    return found


@pytest.mark.skipif(
    not VENDOR.is_dir(), reason="VENDOR_ANSWERS names no folder of recorded answers"
)
def test_recorded_pages_load_without_loss() -> None:
    portal = Recorded()
    client, _, _ = client_of(portal)
    source = hubspot.source(CRM, Firm("Tiny", "USD", (CRM,), Path()), client)
    known = tables(CRM)
    told: dict[str, Rows] = {
        name: read(known[name], "crm", reader(None)) for name, reader in source.items()
    }
    assert [row for rows in told.values() for row in rows.rejected] == []
    for name, records in portal.records.items():
        kept = {row["id"]: row for row in told[name].kept.to_pylist()}
        assert kept.keys() == records.keys()
        for key, record in records.items():
            said = record["properties"]
            for column in (
                kept[key].keys() & said.keys() & {"name", "dealname", "email"}
            ):
                assert kept[key][column] == said[column]
    amounts = [one["properties"]["amount"] for one in portal.records["deals"].values()]
    assert sum(told["deals"].kept["amount"].to_pylist()) == sum(map(Decimal, amounts))
