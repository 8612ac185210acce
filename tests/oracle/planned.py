"""From what was sold to the plan, and from the PSA's report."""

from fractions import Fraction

from tests.oracle.cents import Number, cents, in_cents, parts
from tests.oracle.days import NO_DATE
from tests.oracle.delivery import Steps, add
from tests.oracle.parts import Part
from tests.oracle.plans import is_real
from tests.oracle.projects import Project
from tests.oracle.sold import Curve, Totals, cumulated, walk
from tests.oracle.sums import Book, Leg

ORDER = (
    "kickoff_adjustment",
    "baseline_differs_from_sold",
    "scope_added",
    "scope_removed",
    "budget_edit_without_change_order",
    "project_without_deal",
    "cancelled",
    "on_hold",
)


def totals_of(project: Project, sold: int, deals: set[str]) -> Totals:
    """Return the running totals from what was sold to what is planned."""
    steps: Steps = {}
    orders = [
        (in_cents(order["change_amount"]), order["deal_id"] in deals)
        for order in project.orders
    ]
    matched = sum(amount for amount, is_sold in orders if is_sold)
    if deals:
        add(steps, "kickoff_adjustment", "L", project.adjustments)
        gap = project.baseline + matched - sold - project.adjustments
        add(steps, "baseline_differs_from_sold", "U", gap)
        for amount, is_sold in orders:
            if not is_sold:
                driver = "scope_added" if amount > 0 else "scope_removed"
                add(steps, driver, "L", amount)
        ordered = project.baseline + sum(amount for amount, _ in orders)
        edited = project.current - ordered
        add(steps, "budget_edit_without_change_order", "U", edited)
        for kind in ("cancelled", "on_hold"):
            add(steps, kind, "L", -project.holds.get(kind, 0))
    else:
        row = project.row
        is_known = row["is_legacy"] or row["billing_type"] == "internal"
        kind = "L" if is_known else "F"
        add(steps, "project_without_deal", kind, project.planned)
    total, found = sold, [("", "", sold)]
    for (driver, kind), amount in sorted(
        steps.items(), key=lambda step: ORDER.index(step[0][0])
    ):
        total += amount
        found.append((driver, kind, total))
    return found


def plan_curve(project: Project) -> Curve:
    """Return when the plan falls; undated where nothing of it has a month."""
    weights: dict[str, Number] = dict(project.months)
    if sum(weights.values()) == 0 or not is_real(project.row):
        weights = {NO_DATE: 1}
    months = sorted(weights)
    return Curve(months, cumulated(weights, months))


def leg_part(legs: list[Leg], n: int, total: int) -> int:
    return parts(total, [leg.weight for leg in legs])[n]


def leg_months(legs: list[Leg], n: int, curve: Curve, total: int) -> dict[str, int]:
    """Return one leg of an amount that follows the plan, month by month, converted."""
    found, before = {}, 0
    for month in curve.months:
        reached = curve.reached(total, month, Fraction(1))
        now = cents(leg_part(legs, n, reached) * legs[n].rate)
        found[month], before = now - before, now
    return found


def plan(
    book: Book,
    project: Project,
    legs: list[Leg],
    sold: list[tuple[Part, Curve]],
) -> None:
    """Book what the PSA shows for a project and its copies, and the way from sold."""
    curve = plan_curve(project)
    is_test = not is_real(project.row)
    steps: Totals = [("", "", project.current)]
    if is_test:
        steps.append(("test_project", "F", 0))
    total = project.current
    for kind in ("cancelled", "on_hold"):
        if project.holds.get(kind) and not is_test:
            total -= project.holds[kind]
            steps.append((kind, "L", total))
    copied = [in_cents(copy["current_amount"]) for copy in project.copies]
    for n in range(len(legs)):
        report(book, legs, n, curve, steps)
        for amount in copied:
            report(
                book, legs, n, curve, [("", "", amount), ("duplicate_project", "F", 0)]
            )
    if is_test:
        return
    totals = totals_of(
        project,
        sum(part.amount for part, _ in sold),
        {part.deal.id for part, _ in sold},
    )
    for n, leg in enumerate(legs):
        own = next((one for part, one in sold if part.deal.id == leg.leaf.deal), curve)
        segment = "expected_to_planned"
        mine: Totals = [
            (driver, kind, leg_part(legs, n, total)) for driver, kind, total in totals
        ]
        if not sold:
            for driver, kind, total in totals[1:]:
                for month, amount in leg_months(legs, n, curve, total).items():
                    book.step(leg.leaf, (segment, driver, kind), month, amount)
            continue
        walk(book, leg, segment, mine, own)
        planned = leg_months(legs, n, curve, project.planned)
        final = own.months_of(mine[-1][2], leg.rate)
        for month in sorted({*final, *planned}):
            gap = planned.get(month, 0) - final.get(month, 0)
            book.step(leg.leaf, (segment, "phasing", "T"), month, gap)


def report(book: Book, legs: list[Leg], n: int, curve: Curve, steps: Totals) -> None:
    """Book what the PSA shows and why it is not the plan, by the plan's months."""
    before = leg_months(legs, n, curve, steps[0][2])
    for month, amount in before.items():
        book.anchor(legs[n].leaf, "psa_reported", month, amount)
    for driver, kind, total in steps[1:]:
        now = leg_months(legs, n, curve, total)
        for month, amount in now.items():
            gap = amount - before[month]
            book.step(legs[n].leaf, ("psa_to_planned", driver, kind), month, gap)
        before = now
