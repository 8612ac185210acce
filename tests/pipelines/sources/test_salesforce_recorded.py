"""Salesforce as it was recorded: its own describes, pages and errors."""

import json
import os
from pathlib import Path

import pytest

from pipelines.sandbox.speaks import Response
from pipelines.sandbox.speaks.salesforce_fields import described
from pipelines.sources import SourceError
from pipelines.sources.kinds import KINDS as RAW_KINDS
from pipelines.sources.salesforce_objects import KINDS, MAY_LACK, Kind, raw
from pipelines.sources.salesforce_queries import Queries
from tests.pipelines.sources.hearing import client_of

VENDOR = Path(os.environ.get("VENDOR_ANSWERS", "absent")) / "salesforce"
pytestmark = pytest.mark.skipif(
    not VENDOR.is_dir(), reason="VENDOR_ANSWERS names no folder of recorded answers"
)
HELD = {
    "currency": "decimal",
    "percent": "decimal",
    "double": "decimal",
    "boolean": "boolean",
    "date": "date",
    "datetime": "timestamp",
}
DESCRIBED = [kind for kind in KINDS if kind.has_bin]


def recorded(kind: Kind) -> dict[str, str]:
    path = VENDOR / "describes" / f"{kind.object}_describe.json"
    return {f["name"]: f["type"] for f in json.loads(path.read_text())["fields"]}


def page(name: str) -> Response:
    return Response(200, (VENDOR / "rest" / "sobject" / f"{name}.json").read_bytes())


@pytest.mark.parametrize("kind", DESCRIBED, ids=lambda kind: kind.object)
def test_every_field_that_is_read_exists_and_is_of_its_kind(kind: Kind) -> None:
    there, kept = recorded(kind), kind.raw_table().columns
    for path in set(kind.paths({}).values()) - MAY_LACK:
        assert kept[raw(path)] == HELD.get(there[path], "text"), path
    assert set(kept.values()) <= RAW_KINDS.keys()


@pytest.mark.parametrize("kind", DESCRIBED, ids=lambda kind: kind.object)
def test_the_sandbox_describes_fields_as_salesforce_does(kind: Kind) -> None:
    there = recorded(kind)
    own = {told["name"]: told["type"] for told in described(kind.object)}
    standard = {name for name in own if not name.endswith("__c")} - {"CurrencyIsoCode"}
    assert {name: own[name] for name in standard} == {n: there[n] for n in standard}


def test_recorded_pages_are_followed_to_the_last() -> None:
    pages = [
        "query_paginated_first_page_response",
        "query_paginated_last_page_response",
    ]
    client, _, asked = client_of([page(name) for name in pages])
    found = Queries(client).rows("whizbangs", "SELECT Text_Label FROM Whizbang")
    told = [row["Text_Label"] for rows in found for row in rows]
    assert told == ["First Page", "Last Page"]
    assert asked[1].path == "/services/data/v26.0/query/01gD"


def test_fields_of_a_recorded_parent_lie_under_its_name() -> None:
    client, _, _ = client_of([page("query_success_response")])
    ((row,),) = Queries(client).rows("whizbangs", "SELECT Name FROM Whizbang")
    assert row["ParentWhizbang__r.Name"] == "Parent Whizbang"
    assert row["DateTime_Label"] == "2011-07-07T00:37:00.000+0000"


def test_a_recorded_refusal_is_said_in_salesforces_words() -> None:
    refused = Response(400, page("query_error_response").body)
    client, _, _ = client_of([refused])
    with pytest.raises(SourceError, match="INVALID_FIELD"):
        list(Queries(client).rows("whizbangs", "SELECT X FROM Whizbang"))
