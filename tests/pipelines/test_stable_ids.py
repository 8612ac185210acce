"""Ids survive what records go through."""

from hypothesis import given
from hypothesis import strategies as st

from pipelines.stable_ids import Held, Now, keep_ids


def night(**groups: str) -> list[Now]:
    """Groups by name, each with the records written as one word of letters."""
    return [
        Now(record, name, f"2026-01-0{1 + ord(record) % 9}")
        for name, records in groups.items()
        for record in records
    ]


def held(current: list[Now], ids: dict[str, str]) -> list[Held]:
    return [Held(now.record, ids[now.group], True, 2) for now in current]


def ids_of_records(current: list[Now], ids: dict[str, str]) -> dict[str, str]:
    return {now.record: ids[now.group] for now in current}


def test_a_second_night_without_a_change_keeps_every_id() -> None:
    first = night(x="abc", y="de")
    ids = keep_ids([], first, "client")
    renamed = night(p="abc", q="de")
    again = keep_ids(held(first, ids), renamed, "client")
    assert ids_of_records(renamed, again) == ids_of_records(first, ids)


def test_a_warehouse_built_from_nothing_mints_the_same_ids() -> None:
    first = night(x="abc", y="de")
    assert keep_ids([], first, "client") == keep_ids([], first[::-1], "client")


def test_the_heavier_part_of_a_split_keeps_the_id() -> None:
    first = night(x="abc")
    ids = keep_ids([], first, "client")
    split = keep_ids(held(first, ids), night(x="a", y="bc"), "client")
    assert split["y"] == ids["x"]
    assert split["x"] != ids["x"]


def test_clients_that_swap_a_record_keep_their_ids_without_minting() -> None:
    first = night(x="ab", y="cde")
    ids = keep_ids([], first, "client")
    swapped = keep_ids(held(first, ids), night(x="ac", y="bde"), "client")
    assert swapped == ids


def test_an_id_of_the_past_is_never_minted_again() -> None:
    first = night(x="ab")
    ids = keep_ids([], first, "client")
    gone = [Held(row.record, row.entity_id, False, 2) for row in held(first, ids)]
    assert keep_ids(gone, first, "client")["x"] != ids["x"]


@given(st.dictionaries(st.sampled_from("abcdefgh"), st.sampled_from("xyz"), min_size=1))
def test_no_two_groups_share_an_id(grouped: dict[str, str]) -> None:
    before = night(x="abc", y="de", z="fgh")
    ids = keep_ids([], before, "client")
    after = [Now(record, name, None) for record, name in grouped.items()]
    again = keep_ids(held(before, ids), after, "client")
    assert len(set(again.values())) == len(again)
