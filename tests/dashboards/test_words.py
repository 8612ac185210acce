"""How amounts, days and names are written."""

from datetime import date, datetime
from decimal import Decimal

import pytest

from dashboards import words


@pytest.mark.parametrize(
    ("amount", "written"),
    [
        ("58000", "58,000"),
        ("0.40", "0.40"),
        ("0.50", "1"),
        ("-3600.00", "3,600"),
        ("0", "0"),
        ("9999999999.99", "10,000,000,000"),
    ],
)
def test_a_sentence_has_whole_units_unless_that_hides_the_point(
    amount: str, written: str
) -> None:
    assert words.whole(Decimal(amount)) == written


def test_a_table_has_cents_and_a_step_its_sign() -> None:
    assert words.cents(Decimal("36480")) == "36,480.00"
    assert words.signed(Decimal("3600")) == "+3,600.00"
    assert words.signed(Decimal("-19200")) == "-19,200.00"
    assert words.signed(Decimal("0")) == "0.00"


def test_a_sign_is_a_word_in_prose() -> None:
    assert words.more_or_less(Decimal("-9"), "USD") == "USD 9.00 less"
    assert words.more_or_less(Decimal("9"), "USD") == "USD 9.00 more"


def test_a_day_has_its_year_only_when_it_is_another_one() -> None:
    assert words.day(date(2026, 5, 31), 2026) == "31 May"
    assert words.day(date(2025, 5, 31), 2026) == "31 May 2025"
    assert words.moment(datetime(2026, 5, 19, 22, 14)) == "Tue 19 May, 22:14"
    assert words.period("2026-05") == "May 2026"
    assert words.period("to_date") == "To date"


@pytest.mark.parametrize(
    ("hours", "written"),
    [(0.2, "less than an hour"), (1.5, "1 hour"), (26, "26 hours"), (100, "4 days")],
)
def test_an_age_is_told_in_hours_then_days(hours: float, written: str) -> None:
    assert words.age(hours) == written


def test_systems_keep_their_own_spelling() -> None:
    assert words.system("quickbooks_uk") == "QuickBooks UK"
    assert words.system("bamboohr") == "BambooHR"
    assert words.small("CRM used another rate") == "CRM used another rate"
    assert words.small("Deal entered twice") == "deal entered twice"


def test_no_text_becomes_markup() -> None:
    assert words.plain("$5 to $6 *now* :red[x]") == r"\$5 to \$6 \*now\* \:red\[x\]"
