"""How a deal falls into projects and what needs none."""

from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction

from tests.oracle.cents import Number, cents, in_cents, parts, spread, summed
from tests.oracle.days import Days
from tests.oracle.deals import Deal
from tests.oracle.facts import Facts, Row, grouped

UNDATED_DAYS = 90


@dataclass
class Part:
    """What of a deal one project delivers, or why no project does."""

    deal: Deal
    project: str | None
    driver: str
    """Why it has no project: its driver, or nothing."""
    amount: int
    weights: dict[str, Number]


def net(line: Row) -> int:
    return cents(Fraction(line["quantity"]) * Fraction(line["net_price"]) * 100)


def spans(days: Days, deal: Deal, lines: list[Row]) -> dict[str, Number]:
    """Weigh the months of a part: by its lines where dated, else by the deal's dates.

    The months of a dated line are whole cents of it.
    """
    row = deal.row
    first = row["service_start_date"] or deal.closed
    last = row["service_end_date"] or first + timedelta(days=UNDATED_DAYS)
    if any(line["start_date"] and line["end_date"] for line in lines):
        return summed(
            spread(
                net(line),
                periods(
                    days, deal, line["start_date"] or first, line["end_date"] or last
                ),
            )
            for line in lines
        )
    return periods(days, deal, first, last)


def periods(days: Days, deal: Deal, first: date, last: date) -> dict[str, Number]:
    """Weigh the months of a span: equal periods of a retainer, else working days."""
    weights: dict[str, Number] = dict(days.by_month(first, max(first, last)))
    if deal.row["billing_type"] == "retainer":
        return dict.fromkeys(days.months_of(first, max(first, last)), 1)
    return weights


def deal_parts(
    facts: Facts,
    days: Days,
    deal: Deal,
    projects: list[str],
    baselines: dict[str, int],
) -> list[Part]:
    """Divide what was sold: by lines, else shares, else baselines, else equally."""
    if deal.is_copy:
        return []
    lines = facts.of("crm", "deal_lines", "deal_id", deal.id)
    left, found = deal.expected, []

    def take(driver: str, project: str | None, amount: int, own: list[Row]) -> None:
        nonlocal left
        left -= amount
        found.append(Part(deal, project, driver, amount, spans(days, deal, own)))

    age = days.between(deal.closed, days.as_of)
    is_late = age > facts.limits["deal_to_project"]
    missing = "missing_project" if is_late else "awaiting_handoff"
    outside = [line for line in lines if line["is_project_work"] is False]
    later = [
        line
        for line in lines
        if line not in outside
        and not line["project_id"]
        and line["start_date"]
        and line["start_date"] > days.as_of
    ]
    work = [line for line in lines if line not in outside and line not in later]
    for driver, own in (("outside_delivery_scope", outside), ("future_term", later)):
        for line in own:
            take(driver, None, net(line), [line])
    mapped = grouped(work, "project_id")
    shared = {
        row["project_id"]: in_cents(row["share_amount"])
        for row in facts.of("crm", "deal_shares", "deal_id", deal.id)
    }
    if work and None not in mapped:
        keys = sorted(mapped)
        amounts = [sum(map(net, mapped[key])) for key in keys]
    elif shared:
        keys = sorted(shared)
        amounts = [shared[key] for key in keys]
    else:
        keys = sorted(projects, key=lambda one: facts.rank.get(one, one))
        weights = [baselines.get(key, 0) for key in keys]
        amounts = parts(left, weights if sum(weights) else [1] * len(keys))
    for key, amount in zip(keys, amounts, strict=True):
        known = key in projects
        own = mapped.get(key, []) if None not in mapped else work
        take("" if known else missing, key if known else None, amount, own)
    if left:
        take("split_gap" if keys else missing, None, left, work)
    return sorted(
        found,
        key=lambda part: (
            part.project is None,
            facts.rank.get(part.project or "", part.project or ""),
            part.driver,
        ),
    )
