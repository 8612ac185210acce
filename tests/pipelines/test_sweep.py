"""What an incremental night misses is found within a week; nothing dies by error."""

from datetime import timedelta
from pathlib import Path

import pytest

from pipelines.run import Reread
from tests.pipelines.sandbox.tiny_world import NEW_YEAR, deal
from tests.pipelines.tiny_load import ask, load_night

LATER = NEW_YEAR + timedelta(days=100)
MANY = [deal(f"D-{n}", updated_at=LATER) for n in range(60)]
GONE = "select id from raw_hubspot.deals where gone_at is not null order by id"


def test_a_backdated_and_a_silent_change_and_a_hard_deletion_are_found(
    tmp_path: Path,
) -> None:
    deals = [deal("D-1"), deal("D-2"), deal("D-3", updated_at=LATER)]
    load_night(tmp_path, *deals)
    deals[0] = deal("D-1", deal_name="Silently renamed")
    changed = [deals[0], deals[2], deal("D-0", updated_at=NEW_YEAR)]
    load_night(tmp_path, *changed, night=2)
    assert ask(tmp_path, "select count(*) from raw_hubspot.deals") == [(3,)]
    load_night(tmp_path, *changed, night=9)
    assert ask(tmp_path, "select id, dealname from raw_hubspot.deals order by id") == [
        ("D-0", "Deal D-0"),
        ("D-1", "Silently renamed"),
        ("D-2", "Deal D-2"),
        ("D-3", "Deal D-3"),
    ]
    assert ask(tmp_path, GONE) == [("D-2",)]


def test_what_comes_back_lives_again(tmp_path: Path) -> None:
    deals = [deal("D-1"), deal("D-2")]
    load_night(tmp_path, *deals)
    load_night(tmp_path, deals[0], night=9)
    assert ask(tmp_path, GONE) == [("D-2",)]
    load_night(tmp_path, *deals, night=17)
    assert ask(tmp_path, GONE) == []


def test_an_incomplete_source_loses_nothing(tmp_path: Path) -> None:
    load_night(tmp_path, deal("D-1"), deal("D-2"))
    load_night(tmp_path, deal("D-1"), night=9, HUBSPOT_SERVICE_KEY="wrong")
    assert ask(tmp_path, GONE) == []


@pytest.mark.parametrize("left", [0, 38])
def test_many_deletions_at_once_are_not_believed_until_somebody_asks(
    tmp_path: Path, left: int
) -> None:
    load_night(tmp_path, *MANY)
    told = load_night(tmp_path, *MANY[:left], night=9)["hubspot.deals"]
    said = "records are gone at once" if left else "nothing came where 60 records"
    assert said in told.problem
    assert "make backfill SYSTEM=hubspot" in told.problem
    assert ask(tmp_path, GONE) == []
    load_night(tmp_path, *MANY[:left], night=10, reread=Reread("hubspot", None))
    assert len(ask(tmp_path, GONE)) == 60 - left


def test_a_backfill_reads_from_the_day_that_it_names(tmp_path: Path) -> None:
    load_night(tmp_path, deal("D-1", updated_at=LATER))
    old = deal("D-0", updated_at=NEW_YEAR + timedelta(days=2))
    world = (deal("D-1", updated_at=LATER), old)
    load_night(tmp_path, *world, night=2)
    assert ask(tmp_path, "select id from raw_hubspot.deals") == [("D-1",)]
    since = Reread("hubspot", NEW_YEAR.date())
    load_night(tmp_path, *world, night=3, reread=since)
    assert len(ask(tmp_path, "select id from raw_hubspot.deals")) == 2
