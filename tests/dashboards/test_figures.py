"""What a page shows adds up to the cent, and is what the marts say."""

from decimal import Decimal

import pytest

from tests.dashboards.conftest import Visit
from tests.dashboards.examples import ANCHORS, SEGMENTS, steps
from tests.dashboards.reading import figures, numbers

pytestmark = pytest.mark.usefixtures("build")


def amount(shown: str) -> Decimal:
    """Read an amount as a page writes it."""
    return Decimal(shown.replace(",", ""))


@pytest.mark.parametrize("client", ["acme", "bolt", "core"])
def test_the_steps_shown_add_up_to_the_gap(client: str, visit: Visit) -> None:
    rows, total = numbers(visit("why_different", client=client))
    expected, billed = (Decimal(ANCHORS[client][a]) for a in ("expected", "billed"))

    assert sum(map(amount, rows)) == amount(total) == billed - expected


def test_the_records_shown_add_up_to_their_step(visit: Visit) -> None:
    keys = {
        (client, segment, driver, kind) for client, segment, driver, kind, *_ in steps()
    }
    for client, *key in sorted(keys)[::4]:
        rows, total = numbers(visit("records", client=client, step=".".join(key)))

        assert sum(map(amount, rows)) == amount(total)


@pytest.mark.parametrize("anchor", ["expected", "planned", "billed"])
def test_the_records_shown_add_up_to_their_number(anchor: str, visit: Visit) -> None:
    rows, total = numbers(visit("records", client="acme", anchor=anchor))

    assert sum(map(amount, rows)) == amount(total) == Decimal(ANCHORS["acme"][anchor])


def test_the_clients_shown_add_up_to_the_firm(visit: Visit) -> None:
    shown = visit()
    for column, figure in enumerate(figures(shown)):
        rows, total = numbers(shown, column)

        assert sum(amount(row) for row in rows if row != "none") == amount(total)
        assert total == figure


def test_the_projects_shown_add_up_to_their_client(visit: Visit) -> None:
    shown = visit(client="core")
    rows, total = numbers(shown)

    assert sum(map(amount, rows)) == amount(total) == Decimal("73000.00")


def test_the_examples_are_a_firm_whose_steps_add_up() -> None:
    ends = {"crm": "crm_reported", "psa": "psa_reported"}
    for client, anchors in ANCHORS.items():
        for segment in SEGMENTS.values():
            start, end = segment.split("_to_")
            start = ends.get(start, start)
            start = "accounting_reported" if start == "accounting" else start
            if start in anchors and end in anchors:
                gap = Decimal(anchors[end]) - Decimal(anchors[start])
                assert gap == sum(
                    (s[4] for s in steps() if s[:2] == (client, segment)), Decimal(0)
                ), (client, segment)
