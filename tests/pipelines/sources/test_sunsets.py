"""What a vendor says about the end of an address becomes a finding, in time."""

from datetime import date, datetime
from pathlib import Path

import pytest

from pipelines import receipts, warehouse
from pipelines.checks.stale_systems import SUITE
from pipelines.fetch import Reading
from pipelines.firm import Connection, Firm
from pipelines.sandbox.speaks import Response
from pipelines.sources import Ending, RawTable, columns
from pipelines.sources.rows import read
from tests.pipelines.sources.estate import RUN
from tests.pipelines.sources.hearing import client_of

CRM = Connection("crm", "hubspot", "hubspot")
DEALS = RawTable("deals", columns("id name"), key=("id",))
SUNSET = {"Sunset": "Sat, 01 May 2027 00:00:00 GMT"}


def told_with(headers: dict[str, str]) -> tuple[Ending, ...]:
    """Read two tables of a system whose answers have these headers."""
    answer = Response(200, b'{"results": []}', headers)
    client, _, _ = client_of([answer] * 4)

    def reader(since: datetime | None):
        yield client.get("/deals/1", "deals")["results"]
        yield client.get("/deals/2", "deals")["results"]

    after = client.sunsets.after(reader)
    first, second = (read(DEALS, "hubspot", after(None)) for _ in range(2))
    assert second.endings == ()
    return first.endings


@pytest.mark.parametrize(
    ("headers", "endings"),
    [
        (SUNSET, (Ending("deals", date(2027, 5, 1)),)),
        ({"Deprecation": "@1688169599"}, (Ending("deals", None),)),
        ({"Sunset": "soon"}, (Ending("deals", None),)),
        ({}, ()),
    ],
)
def test_an_end_is_heard_once_for_each_list(headers, endings) -> None:
    assert told_with(headers) == endings


@pytest.mark.parametrize(
    ("ends_on", "said"),
    [
        (
            date(2027, 5, 1),
            "hubspot answers about deals as it is asked today only until 2027-05-01.",
        ),
        (None, "hubspot says that its answers about deals will end."),
    ],
)
def test_an_end_is_a_finding_until_it_is_said_no_more(ends_on, said) -> None:
    firm = Firm("Tiny", "USD", (CRM,), Path())
    table = DEALS
    with warehouse.connection(Path(":memory:"), write=True) as opened:
        opened.execute(receipts.TABLES)
        opened.execute("create schema raw_hubspot; create schema rules")
        opened.execute(
            "create table raw_hubspot.deals as select 'hubspot' as connection"
        )
        opened.execute(
            "create table rules.firm as select timestamp '2026-06-01' as run_at, "
            "'USD' as reporting_currency"
        )
        for endings in ((Ending("deals", ends_on),), ()):
            rows = read(table, "hubspot", [*endings])
            receipts.write(opened, firm, RUN, [Reading(CRM, table, rows, 0.0)])
            found = opened.sql(
                f"select sentence from ({SUITE.reads}) "
                "where claim = 'answers_next_year' and sentence is not null"
            ).fetchall()
            assert len(found) == len(endings)
            if found:
                assert found[0][0].startswith(said)
