"""A list that changes while it is read is read again, until nothing can be missing."""

from collections.abc import Callable, Iterator
from itertools import product
from operator import itemgetter

import pytest

from pipelines.sources import Record, SourceError
from pipelines.sources.whole_lists import Counted, whole

Change = Callable[[list[int]], None]


def read_while(change: Change, before: int) -> set[int]:
    """Read ten records in pages of three; change the list before one of the pages."""
    there, asked = list(range(10)), 0

    def pages() -> Counted:
        nonlocal asked
        start = 0
        while True:
            asked += 1
            if asked == before:
                change(there)
            page: list[Record] = [{"id": n} for n in there[start : start + 3]]
            yield page, len(there)
            start += 3
            if start >= len(there):
                return

    found = whole("crm", "deals", itemgetter("id"), pages)
    return {record["id"] for page in found for record in page}


@pytest.mark.parametrize("before", range(1, 6))
def test_what_was_there_all_the_time_is_read_whatever_goes_or_comes(
    before: int,
) -> None:
    for at in range(10):
        assert read_while(lambda there, at=at: there.pop(at), before) >= {
            n for n in range(10) if n != at
        }
    assert read_while(lambda there: there.insert(0, 99), before) >= set(range(10))
    assert read_while(lambda there: there.append(there.pop(0)), before) >= set(
        range(10)
    )


def test_a_list_that_never_rests_is_incomplete() -> None:
    numbers = product(range(100), range(3))

    def pages() -> Iterator[tuple[list[Record], int]]:
        yield [{"id": next(numbers)}], 2

    with pytest.raises(SourceError, match="1 of 2 records came, 3 times"):
        list(whole("crm", "deals", itemgetter("id"), pages))
