"""The map in docs is what the owners of fields say; each way is drawn and told."""

import xml.etree.ElementTree as tree

from pipelines import fact_map
from pipelines.fact_map import Way


def test_the_page_and_the_picture_are_up_to_date() -> None:
    advice = "Run `make docs` and commit the result."
    assert fact_map.PAGE.read_text() == fact_map.page(), advice
    drawn = fact_map.picture(fact_map.declared())
    assert fact_map.PICTURE.read_text() == drawn, advice


def test_every_declared_way_has_its_arrow() -> None:
    ways = fact_map.declared()
    assert {(way.from_role, way.to_role) for way in ways} == set(fact_map.WAYS)
    drawn = tree.fromstring(fact_map.picture(ways))
    paths = drawn.findall("{http://www.w3.org/2000/svg}path")
    assert len(paths) == len(ways)


def test_a_way_that_is_broken_says_so_in_words_and_not_by_colour_alone() -> None:
    whole, torn = Way("crm", "psa", 10, 0), Way("psa", "hr", 1, 1234)
    assert fact_map.said([whole, torn]) == (
        "Where facts go. CRM to PSA: 10 facts, none broken; PSA to HR: 1 fact, "
        "1,234 broken."
    )
    assert "1,234 broken</text>" in fact_map.picture([torn])
    assert "#b3261e" not in fact_map.picture([whole])


def test_every_fact_is_on_the_page_once() -> None:
    rows = [line for line in fact_map.page().splitlines() if line.startswith("| ")]
    facts = [row for row in rows if not row.startswith(("| fact", "| ---"))]
    assert len(facts) == len(set(facts)) == 60
