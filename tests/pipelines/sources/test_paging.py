"""A list is believed when its last page has come."""

import pytest

from pipelines.sources import Record, SourceError, paging


def rows(*ids: int) -> list[Record]:
    return [{"id": number} for number in ids]


def test_pages_follow_each_other_to_the_end() -> None:
    pages = {"": (rows(1), "a"), "a": ([], "b"), "b": (rows(2), None)}
    found = list(paging.follow("crm", "deals", "", pages.__getitem__))
    assert found == [rows(1), [], rows(2)]


def test_a_cursor_that_leads_back_is_not_followed_for_ever() -> None:
    pages = {"": (rows(1), "a"), "a": (rows(2), "b"), "b": (rows(3), "a")}
    with pytest.raises(SourceError, match="leads back to itself"):
        list(paging.follow("crm", "deals", "", pages.__getitem__))


def test_an_api_that_ignores_the_position_is_found_out() -> None:
    with pytest.raises(SourceError, match="repeats the page before"):
        list(paging.follow("crm", "deals", 0, lambda start: (rows(1, 2), start + 2)))


@pytest.mark.parametrize("body", [{"message": "down"}, {"results": None}, [], None])
def test_an_answer_without_its_list_is_no_empty_list(body: object) -> None:
    with pytest.raises(SourceError, match="crm, deals"):
        paging.records("crm", "deals", body, "results")


def test_a_list_shorter_than_its_count_is_incomplete() -> None:
    with pytest.raises(SourceError, match="2 of 3 records came"):
        paging.agree("crm", "deals", 3, 2)
