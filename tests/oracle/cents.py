"""Whole cents, exact fractions, and the one rounding rule."""

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from fractions import Fraction
from functools import cache

Number = int | Fraction


def cents(amount: Number) -> int:
    """Round an exact number of cents to whole ones, half away from zero."""
    if isinstance(amount, int):
        return amount
    top, bottom = amount.numerator, amount.denominator
    size = (2 * abs(top) + bottom) // (2 * bottom)
    return size if top >= 0 else -size


def in_cents(amount: Decimal | None) -> int:
    """Turn money with two decimals into whole cents; nothing is 0."""
    return int((amount or Decimal(0)) * 100)


@cache
def worth(hours: Decimal, rate: Decimal | Fraction) -> int:
    """Return hours at a rate, in whole cents."""
    return cents(Fraction(hours) * Fraction(rate) * 100)


def parts(total: Number, weights: Sequence[Number]) -> list[int]:
    """Divide ``total`` by weights so that rounded parts add up: cumulative rounding.

    Without any weight the last part gets all of it.
    """
    whole = sum(weights)
    if not weights:
        return []
    if whole == 0:
        return [0] * (len(weights) - 1) + [cents(total)]
    found, before, reached = [], 0, Fraction(0)
    for weight in weights:
        reached += weight
        now = cents(total * reached / whole)
        found.append(now - before)
        before = now
    return found


def spread(total: Number, weights: Mapping[str, Number]) -> dict[str, int]:
    """Divide ``total`` over months in their order."""
    months = sorted(weights)
    return dict(
        zip(months, parts(total, [weights[month] for month in months]), strict=True)
    )


def summed(rows: Iterable[Mapping[str, Number]]) -> dict[str, Number]:
    """Add weights of several spreads, month by month."""
    total: dict[str, Number] = {}
    for row in rows:
        for month, weight in row.items():
            total[month] = total.get(month, 0) + weight
    return total
