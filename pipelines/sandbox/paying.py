"""What an hour of each person costs: known to HR, and to nobody who reads figures."""

from datetime import date
from decimal import Decimal

from pipelines.sandbox.draft import Draft

OF_ROLE = {
    "analyst": 46,
    "consultant": 61,
    "senior": 79,
    "principal": 108,
    "manager": 94,
}
"""Dollars; everybody else costs what a consultant does."""

APART = (Decimal("0.78"), Decimal("1.22"), Decimal("0.85"), Decimal("1.15"))
"""Nobody is within a tenth of what the role costs on average, so that whoever guesses
by the role guesses nobody's."""


def cost_rate(number: str, role: str) -> Decimal:
    """Return a loaded rate an hour that no two people share."""
    apart = APART[int(number) % len(APART)]
    own = Decimal(int(number)) / 10000
    return (OF_ROLE.get(role, OF_ROLE["consultant"]) * apart + own).quantize(
        Decimal("0.0001")
    )


def write_cost_rate(draft: Draft, number: str, role: str, joined: date) -> None:
    """Write what one person costs since the first day."""
    draft.add(
        "hr",
        "cost_rates",
        employee_number=number,
        role="",
        level="",
        loaded_cost_rate=cost_rate(number, role),
        currency_code="USD",
        valid_from=joined,
    )
