"""Finance's own figure is set beside ours, and what is left is looked for."""

from decimal import Decimal

import pytest

from dashboards.finance import figure
from tests.dashboards.conftest import Visit
from tests.dashboards.reading import answer, labels, text

pytestmark = pytest.mark.usefixtures("build")


def test_what_the_export_shows_and_what_we_show_are_told_with_every_reason(
    visit: Visit,
) -> None:
    shown = visit("match_finance", client="core")

    assert answer(shown) == (
        "Core: accounting's export shows USD 34,198.80. We show 21,500.00. Every part "
        "is explained, and 3 causes need a fix."
    )
    for amount in ("-5,699.80", "-12,000.00", "-999.00", "+6,000.00", "-12,698.80"):
        assert amount in text(shown)


def test_a_figure_that_is_one_of_ours_is_named(visit: Visit) -> None:
    shown = visit("match_finance", client="core", finance="21,500.00")

    assert "USD 21,500.00 is what we call “billed”." in text(shown)


def test_the_rest_of_another_figure_is_looked_for_among_the_invoices(
    visit: Visit,
) -> None:
    shown = visit("match_finance", client="core", finance="33199.80")

    assert "USD 999.00 less than accounting's export" in text(shown)
    assert "have exactly this amount" in text(shown)
    assert "Core invoice" in labels(shown)


def test_what_is_no_amount_is_told_how_to_write_it(visit: Visit) -> None:
    shown = visit("match_finance", client="core", finance="34k")

    assert "We cannot read 34k as an amount." in shown.warning[0].value


def test_control_totals_count_each_kind_of_document(visit: Visit) -> None:
    shown = visit("match_finance", client="core")

    for told in ("Copies of invoices", "Drafts", "Invoices"):
        assert told in text(shown)


def test_a_client_without_invoices_is_told_so(visit: Visit) -> None:
    shown = visit("match_finance", client="zeta")

    assert answer(shown).endswith("accounting has no invoice here.")


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("34,198.80", Decimal("34198.80")),
        (" 34 198.8 ", Decimal("34198.80")),
        ("-12", Decimal("-12.00")),
        ("34k", None),
        ("nan", None),
        ("1e400", None),
        ("", None),
    ],
)
def test_amounts_are_read_as_people_write_them(
    typed: str, read: Decimal | None
) -> None:
    assert figure(typed) == read
