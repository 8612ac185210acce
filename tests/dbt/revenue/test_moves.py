"""Money that lies elsewhere moves between clients or months, and nets to nothing."""

from decimal import Decimal
from pathlib import Path

import pytest

from tests.dbt.revenue.moves import NEIGHBOUR
from tests.dbt.revenue.small_books import of_client, steps_of

A2B, P2P = "accounting_to_billed", "psa_to_planned"


@pytest.mark.parametrize(
    ("key", "step", "amount"),
    [
        ("astray", f"{A2B}/wrong_client_link/F", 4000),
        ("adrift", f"{P2P}/wrong_client_link/F", 32000),
        ("owned", f"{A2B}/client_legal_succession/L", 4000),
    ],
)
def test_what_is_filed_elsewhere_comes_back_and_the_project_stays(
    books: Path, key: str, step: str, amount: int
) -> None:
    assert of_client(books, key)[step] == amount
    assert (
        steps_of(books, key, "project").keys()
        == steps_of(books, "clean_clean", "project").keys()
    )


def test_the_stranger_gives_back_what_was_filed_there(books: Path) -> None:
    given = of_client(books, NEIGHBOUR)
    assert given[f"{A2B}/wrong_client_link/F"] == -4000
    assert given[f"{P2P}/wrong_client_link/F"] == -32000
    assert given[f"{A2B}/client_legal_succession/L"] == -4000


def test_a_moved_invoice_counts_in_the_month_it_was_issued(books: Path) -> None:
    step = f"{A2B}/date_moved/F"
    by_month = [of_client(books, "redated", f"2026-0{n}").get(step) for n in (1, 2, 3)]
    assert by_month == [4000, -4000, None]
    assert step not in of_client(books, "redated")


def test_the_same_money_in_other_months_is_phasing(books: Path) -> None:
    step = "expected_to_planned/phasing/T"
    by_month = [of_client(books, "phased", f"2026-0{n}").get(step) for n in range(1, 9)]
    assert by_month == [Decimal(-28000), *[Decimal(4000)] * 7]
    assert step not in of_client(books, "phased")
