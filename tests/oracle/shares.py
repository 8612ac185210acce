"""What of each invoice line each deal of its project is billed."""

from collections import defaultdict
from itertools import pairwise

from tests.oracle.books import Legs, line_legs
from tests.oracle.cents import cents, parts
from tests.oracle.days import Days
from tests.oracle.invoices import Line
from tests.oracle.sums import Leaf

Shares = dict[str, list[tuple[Leaf, int]]]
"""By line, what each leg of its project is billed: net cents, reporting currency."""


def shared(days: Days, legs: Legs, lines: list[Line]) -> Shares:
    """Divide lines by the running totals of their project, oldest month first."""
    found: Shares = {}
    together: dict[tuple[str | None, str], list[Line]] = defaultdict(list)
    for line in sorted(lines, key=lambda line: (days.month(line.day), line.id)):
        together[line.project, line.status].append(line)
    for own in together.values():
        totals = [0]
        for line in own:
            totals.append(totals[-1] + cents(line.net * line.rate))
        weights = [leg.weight for leg in line_legs(legs, own[0])]
        cut = [parts(total, weights) for total in totals]
        for line, (before, now) in zip(own, pairwise(cut), strict=True):
            leaves = [leg.leaf for leg in line_legs(legs, line)]
            nets = [b - a for a, b in zip(before, now, strict=True)]
            found[line.id] = list(zip(leaves, nets, strict=True))
    return found
