"""Who everybody still is a night later."""

from pathlib import Path

from tests.dbt.later_nights import FOLDED
from tests.dbt.small_firm import ask, ids


def test_a_new_order_and_a_new_name_change_no_id(night: Path, next_night: Path) -> None:
    for entity in ("client", "project", "person"):
        before, after = ids(night, entity), ids(next_night, entity)
        moved = {r for r in before if before[r] != after[r]}
        assert moved <= {"hubspot:account:alone-1", "quickbooks:customer:alone-2"}


def test_an_id_that_loses_its_records_still_says_where_they_went(
    night: Path, next_night: Path
) -> None:
    before, after = ids(night, "client"), ids(next_night, "client")
    united = after["hubspot:account:alone-1"]
    assert united == after["quickbooks:customer:alone-2"]
    [lost] = {
        before["hubspot:account:alone-1"],
        before["quickbooks:customer:alone-2"],
    } - {united}
    events = ask(
        next_night,
        "select event, other_client_id from marts.client_id_history "
        f"where client_id = '{lost}'",
    )
    assert sorted(events) == [("merged_into", united), ("minted", None)]


def test_a_lost_warehouse_costs_no_id(next_night: Path, third_night: Path) -> None:
    for entity in ("legal_entity", "project", "person"):
        record = "client" if entity == "legal_entity" else entity
        rows = f"select record_id, {entity}_id from marts.{record}_records"
        before, after = dict(ask(next_night, rows)), dict(ask(third_night, rows))
        assert {r: after[r] for r in before} == before


def test_a_stranger_changes_nobody_and_a_copy_joins_its_client(
    next_night: Path, third_night: Path
) -> None:
    found = ids(third_night, "client")
    assert found["hubspot:account:s0-copy"] == found["hubspot:account:s1"]
    known = ids(next_night, "client").values()
    assert found["hubspot:account:stranger"] not in known


def test_ids_that_a_rule_alone_would_move_stay_and_are_told(
    next_night: Path, third_night: Path
) -> None:
    found = ids(third_night, "client")
    held = {found[f"hubspot:account:{key}"] for key in FOLDED}
    told = ask(
        third_night,
        "select sentence from intermediate.int_doubtful_identities__examined "
        "where claim = 'ids_hold_still' and sentence is not null",
    )
    assert len(held) == 1
    assert len(told) >= len(FOLDED) - 1


def test_every_id_that_was_ever_given_still_finds_its_records(
    night: Path, next_night: Path
) -> None:
    aliases = dict(ask(next_night, "select known_id, current_id from marts.id_aliases"))
    after = ids(next_night, "client")
    for record, known in ids(night, "client").items():
        assert aliases[known] == after[record]


def test_a_night_tells_only_what_happened_in_it(next_night: Path) -> None:
    events = ask(
        next_night,
        "select event, count(*) from marts.client_id_history "
        "where event_date = '2026-05-02' and event != 'retired' "
        "group by all order by all",
    )
    assert events == [("kept", 1), ("merged_into", 1)]
