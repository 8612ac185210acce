"""What leaders come for, in a real browser over a night of the sample firm.

Each test is one question of one person, with the clicks it may take at most.
"""

import pytest

from tests.browser.tasks import WHY, Visitor

pytestmark = pytest.mark.browser


def test_which_number_of_acme_is_right(visitor: Visitor) -> None:
    visitor.chooses("Client", "Acme Ltd")
    visitor.answered("all three numbers are correct")

    visitor.sees("58,000.00", "61,600.00", "36,480.00")
    assert visitor.clicks <= 2


def test_why_acme_is_billed_less_than_planned(visitor: Visitor) -> None:
    visitor.chooses("Client", "Acme Ltd")
    visitor.answered("Acme Ltd:")
    visitor.follows(WHY)
    visitor.answered("lower than sold")

    visitor.reads("Work planned for later", "-19,200.00")
    visitor.sees("No reason on file: USD 0.00.")
    assert visitor.clicks <= 3


def test_why_the_books_of_core_show_another_figure(visitor: Visitor) -> None:
    visitor.turns_to("Why doesn't the dashboard match finance?")
    visitor.answered("accounting's export shows")
    visitor.chooses("Client", "Core Ltd")
    visitor.answered("34,198.80")

    for label, amount in (
        ("Tax", "-5,699.80"),
        ("Invoice issued twice", "-12,000.00"),
        ("Draft or void", "-999.00"),
        ("Filed under the wrong client", "+6,000.00"),
    ):
        visitor.reads(label, amount)
    assert visitor.clicks <= 3


def test_how_much_of_bolts_billing_is_not_earned_yet(visitor: Visitor) -> None:
    visitor.chooses("Client", "Bolt")
    visitor.answered("Bolt:")
    visitor.chooses("Actual means", "Recognised")
    visitor.answered("recognised 67,260")
    visitor.follows(WHY)
    visitor.answered("Recognised")

    visitor.sees("-9,720.00", "67,260.00")
    assert visitor.clicks <= 5
