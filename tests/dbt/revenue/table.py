"""All cases, and the firm in which each happens beside a twin to which it does not."""

from collections.abc import Iterator

from tests.dbt.revenue import (
    of_billing,
    of_books,
    of_documents,
    of_planning,
    of_selling,
    of_working,
)
from tests.dbt.revenue.contract import Contract
from tests.dbt.revenue.edges_of_contracts import OF_CONTRACTS
from tests.dbt.revenue.edges_of_invoices import OF_INVOICES
from tests.dbt.revenue.moves import MOVED
from tests.dbt.revenue.places import PLACED

CASES = (
    *of_selling.CASES,
    *of_planning.CASES,
    *of_working.CASES,
    *of_billing.CASES,
    *of_documents.CASES,
    *of_books.CASES,
)


def contracts() -> Iterator[Contract]:
    """Yield every case's contract, and each kind of clean contract once."""
    for base in {case.base for case in CASES}:
        yield with_service(base(twin(base)))
    for case in CASES:
        contract = with_service(case.base(case.name))
        case.spoil(contract)
        yield contract
    for build in (*MOVED, *PLACED, *OF_CONTRACTS, *OF_INVOICES):
        yield build()


def with_service(contract: Contract) -> Contract:
    """Let the contract's work be a service of its own."""
    contract.one("psa.projects")["service_code"] = contract.id("s")
    return contract


def twin(base: object) -> str:
    """Return the key of the clean contract of one kind."""
    return f"clean_{getattr(base, '__name__', 'contract')}"
