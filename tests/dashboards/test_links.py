"""From the first page, every record behind a number is at most three clicks away."""

from collections import deque

import pytest

from dashboards.sidebar import PAGES
from tests.dashboards.conftest import Visit
from tests.dashboards.reading import labels, links

pytestmark = pytest.mark.usefixtures("build")
Place = tuple[str, frozenset[tuple[str, str]]]


def reached(visit: Visit, client: str, most: int) -> dict[str, int]:
    """Return the records that links lead to, with the fewest clicks to each."""
    start: Place = ("which_number", frozenset({("client", client)}))
    clicks, ways = {start: 0}, deque([start])
    while ways:
        here = ways.popleft()
        page, url = here
        if clicks[here] == most or page in ("trust", "definitions", "where_to_fix"):
            continue
        if page == "which_number" and here != start:
            continue
        for _, to, changes in links(visit(page, **dict(url))):
            place = (to, frozenset(changes.items()))
            if place not in clicks and page != "record":
                clicks[place] = clicks[here] + 1
                ways.append(place)
    return {
        dict(url)["record"]: clicks[page, url]
        for page, url in clicks
        if page == "record" and "record" in dict(url)
    }


def test_every_record_of_the_way_to_billed_is_within_three_clicks(visit: Visit) -> None:
    found = reached(visit, "core", most=3)

    for record in (
        "hubspot:deal:D-201b",
        "birdview:project:P-301",
        "hubspot:deal:D-202",
    ):
        assert found[record] <= 3


@pytest.mark.parametrize("page", ["why_different", "where_to_fix", "records", "trust"])
def test_every_link_carries_the_filters(page: str, visit: Visit) -> None:
    step = "planned_to_delivered.not_yet_due.T"
    shown = visit(page, client="acme", period="2026-05", step=step)

    for label, _, url in links(shown):
        if label != "Clear all filters":
            assert url["client"] == "acme", label
            assert url["period"] == "2026-05", label


@pytest.mark.parametrize("page", ["which_number", "why_different", "record"])
def test_every_page_lists_all_pages_in_the_same_order(page: str, visit: Visit) -> None:
    listed = [label for label in labels(visit(page)) if label in PAGES.values()]

    assert listed[-len(PAGES) :] == list(PAGES.values())
