"""Cents: one rounding rule, half away from zero, and parts that sum to their whole."""

from collections.abc import Sequence
from decimal import ROUND_HALF_UP, Decimal

CENT = Decimal("0.01")
ZERO = Decimal("0.00")


def cents(amount: Decimal | int | str) -> Decimal:
    """Return the amount rounded to the cent."""
    return Decimal(amount).quantize(CENT, ROUND_HALF_UP)


def parts(total: Decimal, weights: Sequence[int | Decimal]) -> list[Decimal]:
    """Split a total by weights with cumulative rounding; the parts sum to the total."""
    whole = sum(weights)
    found: list[Decimal] = []
    running = Decimal(0)
    before = ZERO
    for weight in weights:
        running += weight
        until = cents(total * running / whole)
        found.append(until - before)
        before = until
    return found
