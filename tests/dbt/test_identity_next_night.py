"""Who everybody still is a night later."""

from pathlib import Path

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
