"""What may change in records without changing who is who."""

import shutil
from pathlib import Path

import pytest

from tests.dbt.small_firm import Row, World, ask, ids, resolve
from tests.dbt.who_is_who import DECISIONS, WORLD, account

SPELLED = {"s1": "TORVANE INSTRUMENTS PLC", "old": "Selmond Rail Limited"}
"""Names whose legal form alone is another one, or is written out."""
STRANGER = account("stranger", "Ulverholm Packaging AG", country="CH")
LATER: dict[str, list[Row]] = {
    **WORLD,
    "crm.accounts": [
        STRANGER,
        *(
            {
                **row,
                "account_name": SPELLED.get(
                    str(row["account_id"]), row["account_name"]
                ),
            }
            for row in WORLD["crm.accounts"]
        ),
    ],
}
SAID: Row = {
    "entity": "client",
    "left_record": "hubspot:account:alone-1",
    "right_record": "quickbooks:customer:alone-2",
    "decision": "same",
}
ENTITIES = ("client", "legal_entity", "project", "person")


def turned(world: World) -> dict[str, list[Row]]:
    """Return the same records with tables, rows and columns the other way round."""
    return {
        table: [dict(reversed(row.items())) for row in reversed(rows)]
        for table, rows in reversed(world.items())
    }


def everybody(night: Path) -> dict[str, str]:
    """Return the id of every record, of every entity."""
    return {
        f"{entity} {record}": str(known)
        for entity in ENTITIES
        for record, known in ask(
            night,
            f"select record_id, {entity}_id from marts."
            f"{'client' if entity == 'legal_entity' else entity}_records",
        )
    }


@pytest.fixture(scope="module")
def later(night: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a later night: other legal forms, a stranger and one decision more."""
    warehouse = tmp_path_factory.mktemp("later") / "warehouse.duckdb"
    shutil.copy(night, warehouse)
    return resolve(warehouse, LATER, [*DECISIONS, SAID], day=2)


@pytest.fixture(scope="module")
def second_run(later: Path) -> Path:
    """Return the night after: the same records, all in another order."""
    warehouse = later.with_name("warehouse.duckdb")
    return resolve(warehouse, turned(LATER), [SAID, *DECISIONS], day=3)


def test_the_order_of_rows_columns_and_tables_changes_no_id_and_no_bit(
    later: Path, second_run: Path
) -> None:
    assert everybody(second_run) == everybody(later)
    bits = "select * from intermediate.int_clients__weighed order by all"
    assert ask(second_run, bits) == ask(later, bits)


def test_a_legal_form_a_stranger_and_a_decision_move_only_whom_they_name(
    night: Path, later: Path
) -> None:
    before, after = everybody(night), everybody(later)
    moved = {record for record in before if after[record] != before[record]}
    named = {str(SAID["left_record"]), str(SAID["right_record"])}
    assert {record.split(" ")[1] for record in moved} <= named
    found = ids(later, "client")
    assert len({found[record] for record in named}) == 1
    assert list(found.values()).count(found["hubspot:account:stranger"]) == 1


def test_a_decision_and_a_stranger_change_no_bit_between_others(
    night: Path, later: Path
) -> None:
    touched = "'s1|old|new|alone|stranger|c1'"
    bits = (
        "select left_record, right_record, evidence, level, left_value, right_value "
        "from intermediate.int_clients__weighed where not regexp_matches("
        f"left_record || right_record, {touched}) order by all"
    )
    assert ask(later, bits) == ask(night, bits) != []


def test_a_night_in_which_nothing_happened_has_no_event(
    later: Path, second_run: Path
) -> None:
    events = "select count(*) from marts.client_id_history where event_date = "
    assert ask(later, f"{events} '2026-05-02'") != [(0,)]
    assert ask(second_run, f"{events} '2026-05-03'") == [(0,)]


def test_what_a_person_said_holds_every_night(
    night: Path, later: Path, second_run: Path
) -> None:
    for told, said in ((night, DECISIONS), (later, [*DECISIONS, SAID])):
        known = {**ids(told, "client"), **ids(told, "project")}
        for row in said:
            if "round" in str(row["left_record"]):
                continue  # These contradict each other: parting wins, and is told.
            one, other = known[str(row["left_record"])], known[str(row["right_record"])]
            assert (one == other) == (row["decision"] in ("same", "succeeds"))
