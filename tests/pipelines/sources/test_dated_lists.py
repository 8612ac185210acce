"""Hours are read by what changed and by their last days; everything by quarters."""

from datetime import date, timedelta
from pathlib import Path

import pytest

from pipelines import raw, warehouse
from pipelines.fetch import Reading
from pipelines.firm import Connection
from pipelines.sandbox.ids import number_of
from pipelines.sources import Listed
from pipelines.sources.dated_lists import LOOK_BACK
from pipelines.sources.registry import tables
from pipelines.sources.rows import read
from pipelines.tombstones import bury
from tests.pipelines.sandbox.tiny_world import NEW_YEAR, TinyWorld
from tests.pipelines.sources.harvest_account import account_of, entry, told
from tests.pipelines.sources.xero_books import rows_of


def test_a_night_reads_what_changed_and_the_last_days_and_says_so() -> None:
    old, now = date(2025, 1, 1), NEW_YEAR + timedelta(days=200)
    world = TinyWorld(
        psa_time_entries=[
            entry(1, work_date=old),
            entry(2, work_date=old, updated_at=now),
            entry(3, work_date=now.date()),
        ]
    )
    source, _ = account_of(told(world))
    pages = list(source["time_entries"](now - timedelta(days=1)))
    assert {str(row["id"]) for row in rows_of(pages)} == {
        number_of(n) for n in ("2", "3")
    }
    first = (now - timedelta(days=1)).date() - LOOK_BACK
    assert pages[-1] == Listed("spent_date", first)


def test_everything_is_read_by_quarters_down_to_the_first_hour() -> None:
    days = [date(2024, 2, 3), date(2024, 11, 5), date(2026, 5, 4), date(2027, 1, 1)]
    world = TinyWorld(
        psa_time_entries=[entry(n, work_date=day) for n, day in enumerate(days)]
    )
    source, asked = account_of(told(world))
    assert len(rows_of(source["time_entries"](None))) == 4
    stretches = [a.query for a in asked if a.query.get("per_page") != "1"]
    assert len(stretches) == 4 * 2 + 2
    assert "to" not in stretches[0]
    assert (stretches[-1]["from"], stretches[-1]["to"]) == ("2024-01-01", "2024-03-31")


@pytest.mark.parametrize(
    ("listed", "gone"), [(Listed("spent_date", date(2026, 5, 1)), ["2"]), (None, [])]
)
def test_only_within_the_days_that_were_listed_is_something_gone(listed, gone) -> None:
    connection = Connection("psa", "harvest", "harvest")
    table = tables(connection)["time_entries"]
    known = [
        {"id": "1", "spent_date": "2026-01-05"},
        {"id": "2", "spent_date": "2026-05-05"},
        {"id": "3", "spent_date": "2026-05-06"},
    ]
    with warehouse.connection(Path(":memory:"), write=True) as opened:
        raw.create_missing(opened, {"raw_harvest": (table,)})
        held = read(table, "harvest", [known]).kept
        raw.merge_rows(opened, "raw_harvest", [(table, held)])
        rows = read(table, "harvest", [known[2:], *([listed] if listed else ())])
        reading = Reading(connection, table, rows, 0.0)
        assert bury(opened, "raw_harvest", reading, NEW_YEAR, believes=False) == ""
        said = "select id from raw_harvest.time_entries where gone_at is not null"
        assert [row[0] for row in opened.execute(said).fetchall()] == gone
