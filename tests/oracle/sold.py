"""From list price and CRM report to what was sold.

Every amount follows the months of its schedule. A running total is exact until it is
rounded to cents of the deal's currency, and converted once.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from fractions import Fraction

from tests.oracle.cents import Number, cents
from tests.oracle.days import Days
from tests.oracle.deals import Deal
from tests.oracle.parts import Part, schedule
from tests.oracle.sums import UNASSIGNED, Book, Leaf, Leg

Totals = list[tuple[str, str, int]]
"""Driver, class and the running total after it; the first is where a segment starts."""


@dataclass(frozen=True)
class Curve:
    """Which share of an amount is reached by the end of which month.

    ``before`` is the amount of the parts of the same schedule before this one;
    ``below`` is what earlier schedules of the deal reached, in whole cents.
    """

    months: list[str]
    share: dict[str, Fraction]
    before: int = 0
    below: Mapping[str, int] = field(default_factory=dict)

    def total(self, amount: int, month: str) -> int:
        """Return what the deal reached with ``amount`` of this part, in cents."""
        own = cents((self.before + amount) * self.share[month])
        return self.below.get(month, 0) + own

    def reached(self, amount: int, month: str, rate: Fraction) -> int:
        base = cents(self.total(0, month) * rate)
        return cents(self.total(amount, month) * rate) - base

    def months_of(self, total: int, rate: Fraction) -> dict[str, int]:
        """Return the amount of each month, in cents of the reporting currency."""
        found, before = {}, 0
        for month in self.months:
            now = self.reached(total, month, rate)
            found[month], before = now - before, now
        return found


def curves(days: Days, deal: Deal, parts: list[Part]) -> tuple[Curve, list[Curve]]:
    """Return the curve of a deal and those of its parts."""
    months = sorted({month for part in parts for month in part.weights})
    shares = {part.schedule: cumulated(part.weights, months) for part in parts}
    below: dict[str, dict[str, int]] = {}
    reached = dict.fromkeys(months, 0)
    for name, share in shares.items():
        below[name] = dict(reached)
        total = sum(part.amount for part in parts if part.schedule == name)
        for month in months:
            reached[month] += cents(total * share[month])
    before = dict.fromkeys(shares, 0)
    own = []
    for part in parts:
        name = part.schedule
        own.append(Curve(months, shares[name], before[name], below[name]))
        before[name] += part.amount
    if deal.expected and parts:
        whole = {month: Fraction(reached[month], deal.expected) for month in months}
        return Curve(months, whole), own
    _, plain = schedule(days, deal, "", [])
    months = sorted(plain)
    return Curve(months, cumulated(plain, months)), own


def cumulated(weights: dict[str, Number], months: list[str]) -> dict[str, Fraction]:
    whole, reached, found = sum(weights.values()), Fraction(0), {}
    for month in months:
        reached += weights.get(month, 0)
        found[month] = Fraction(reached, whole)
    return found


def walk(book: Book, leg: Leg, segment: str, totals: Totals, curve: Curve) -> None:
    """Book each step of a segment: the way from one running total to the next."""
    before = curve.months_of(totals[0][2], leg.rate)
    for driver, kind, total in totals[1:]:
        now = curve.months_of(total, leg.rate)
        for month, amount in now.items():
            book.step(leg.leaf, (segment, driver, kind), month, amount - before[month])
        before = now


def sell(book: Book, deal: Deal, parts: list[tuple[Part, Curve]], curve: Curve) -> None:
    """Book a deal's list price, CRM report, expected value and the steps between."""
    leaf = Leaf(deal.client, UNASSIGNED, deal.id)
    listed = 0 if deal.is_copy else deal.list
    for anchor, total, rate in (
        ("list", listed, deal.rate),
        ("crm_reported", deal.now, deal.crm_rate),
    ):
        for month, amount in curve.months_of(total, rate).items():
            book.anchor(leaf, anchor, month, amount)
    for part, its in parts:
        place = Leaf(deal.client, part.project or UNASSIGNED, deal.id)
        for month, amount in its.months_of(part.amount, deal.rate).items():
            book.anchor(place, "expected", month, amount)
    start: Totals = [("", "", listed), ("discount_at_signing", "L", deal.expected)]
    walk(book, Leg(leaf, Fraction(1), deal.rate), "list_to_expected", start, curve)
    if deal.is_copy:
        steps: Totals = [("duplicate_deal", "F", 0)]
    else:
        steps = [
            ("edit_after_close", "F", deal.frozen),
            ("tax_in_amount", "F", deal.expected),
        ]
    reported: Totals = [("", "", deal.now), *steps]
    walk(
        book, Leg(leaf, Fraction(1), deal.crm_rate), "crm_to_expected", reported, curve
    )
    ours = curve.months_of(deal.expected, deal.rate)
    theirs = curve.months_of(deal.expected, deal.crm_rate)
    for month, amount in ours.items():
        gap = amount - theirs[month]
        book.step(leaf, ("crm_to_expected", "crm_fx", "L"), month, gap)


CLASSES = {
    "outside_delivery_scope": "L",
    "future_term": "L",
    "missing_project": "F",
    "awaiting_handoff": "T",
    "split_gap": "F",
}


def unplanned(book: Book, part: Part, curve: Curve) -> None:
    """Book what was sold and no project plans."""
    deal, driver = part.deal, part.driver
    leaf = Leaf(deal.client, UNASSIGNED, deal.id)
    totals: Totals = [("", "", part.amount), (driver, CLASSES[driver], 0)]
    walk(book, Leg(leaf, Fraction(1), deal.rate), "expected_to_planned", totals, curve)
