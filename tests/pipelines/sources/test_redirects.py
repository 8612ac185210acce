"""Merged records lead to the record that is left, however long the chain."""

from hypothesis import given
from hypothesis import strategies as st

from pipelines.sources.redirects import followed

NAMES = st.sampled_from("ABCDEFGH")


def test_a_chain_is_followed_to_its_end() -> None:
    assert followed({"A": "B", "B": "C"}) == {"A": "C", "B": "C"}


def test_a_circle_leads_nowhere() -> None:
    assert followed({"A": "B", "B": "A", "C": "A", "D": "E"}) == {"D": "E"}


@given(st.dictionaries(NAMES, NAMES))
def test_where_a_chain_ends_nothing_was_merged(redirects: dict[str, str]) -> None:
    found = followed(redirects)
    assert not set(found.values()) & redirects.keys()
    for loser in redirects.keys() - found.keys():
        at = loser
        for _ in redirects:
            at = redirects[at]
        assert at in redirects
