"""Every difference between two nights is explained, to the cent, by its own reason."""

from datetime import datetime
from decimal import Decimal
from pathlib import Path

import pytest

from tests.dbt.revenue.nights import FIRST, HAPPENINGS, SECOND, THIRD, after, before
from tests.dbt.revenue.small_books import ask, build

Numbers = dict[tuple[object, ...], Decimal]


@pytest.fixture(scope="module")
def nights(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """Return three nights: clean, after what happened, and with another rate."""
    warehouse = tmp_path_factory.mktemp("nights") / "warehouse.duckdb"
    return [
        build(warehouse, before(), run_at=FIRST),
        build(warehouse, after(), run_at=SECOND),
        build(warehouse, after(), run_at=THIRD, franc="1.20"),
    ]


def numbers(night: Path) -> Numbers:
    rows = ask(
        night,
        "select anchor, client_id, month, sum(contribution_amount) "
        "from marts.revenue_contributions where anchor is not null group by all",
    )
    return {tuple(key): Decimal(str(amount)) for *key, amount in rows}


def changes(night: Path, run_at: datetime) -> Numbers:
    rows = ask(
        night,
        "select anchor, client_id, month, sum(change_amount) "
        f"from marts.revenue_changes where run_at = '{run_at}' group by all",
    )
    return {tuple(key): Decimal(str(amount)) for *key, amount in rows if amount}


@pytest.mark.parametrize(("number", "run_at"), [(1, SECOND), (2, THIRD)])
def test_the_changes_are_the_difference_of_two_nights(
    nights: list[Path], number: int, run_at: datetime
) -> None:
    old, new = numbers(nights[number - 1]), numbers(nights[number])
    moved = {k: new.get(k, Decimal(0)) - old.get(k, Decimal(0)) for k in {*old, *new}}
    assert changes(nights[number], run_at) == {k: v for k, v in moved.items() if v}


@pytest.mark.parametrize("key", HAPPENINGS)
def test_a_change_has_the_reason_that_it_has(nights: list[Path], key: str) -> None:
    _, anchor, reason = HAPPENINGS[key]
    told = ask(
        nights[1],
        "select distinct change_class from marts.revenue_changes inner join "
        "marts.client_records using (client_id) where client_records.source_record_id "
        f"= '{key}-a' and anchor = '{anchor}' and run_at = '{SECOND}'",
    )
    assert told == [(reason,)]


def test_other_rates_are_a_reason_of_their_own(nights: list[Path]) -> None:
    told = ask(
        nights[2],
        "select distinct change_class, client_records.source_record_id "
        "from marts.revenue_changes inner join marts.client_records using (client_id) "
        f"where run_at = '{THIRD}' and client_records.source_system = 'hubspot'",
    )
    assert told == [("exchange_rate_changed", "francs-a")]


def test_what_was_told_of_a_past_night_stays_told(nights: list[Path]) -> None:
    asked = (
        f"select * from marts.revenue_changes where run_at = '{SECOND}' order by all"
    )
    assert ask(nights[1], asked) == ask(nights[2], asked)
