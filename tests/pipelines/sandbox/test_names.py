"""Names differ between systems as often as they do between real registers."""

from random import Random

import pytest
from stdnum.eu import vat
from stdnum.us import ein

from pipelines.sandbox import registers
from pipelines.sandbox.names import Name, company, person, vary


def varied(n: int = 4000) -> list[tuple[str, str]]:
    random = Random("names")
    made = [company(random, "GB", set()) for _ in range(n)]
    return [(str(name), vary(random, name)) for name in made]


def test_legal_forms_are_abbreviated_or_missing_in_half_of_the_names() -> None:
    names = [(left, right) for left, right in varied() if "Limited" in left]
    kept = sum("limited" in right.lower() for _, right in names)
    assert 0.45 < 1 - kept / len(names) < 0.57


def test_typos_are_rare() -> None:
    swapped = sum(
        left.split()[0].lower() != right.split()[0].lower() for left, right in varied()
    )
    assert swapped / 4000 < 0.04


def test_the_word_that_names_the_company_survives() -> None:
    name = Name("Brontavel", "Foods", "Limited")
    random = Random("word")
    found = [vary(random, name).lower() for _ in range(500)]
    assert sum("brontavel" in said for said in found) > 450


@pytest.mark.parametrize(("country", "check"), [("US", ein), ("DE", vat), ("NL", vat)])
def test_tax_ids_have_valid_check_digits(country: str, check: object) -> None:
    made = registers.tax_id(Random("tax"), country)
    assert check.is_valid(made)  # type: ignore[attr-defined]


def test_no_two_people_have_the_same_family_name() -> None:
    taken: set[str] = set()
    made = [person(Random(str(n)), taken).split()[1] for n in range(200)]
    assert len(set(made)) == 200
