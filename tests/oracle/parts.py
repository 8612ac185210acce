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
    schedule: str
    """Parts of one schedule fall in the same months."""
    weights: dict[str, Number]


def net(line: Row) -> int:
    return cents(Fraction(line["quantity"]) * Fraction(line["net_price"]) * 100)


def schedule(
    days: Days, deal: Deal, name: str, lines: list[Row]
) -> tuple[str, dict[str, Number]]:
    """Weigh the months of a part: by its lines where dated, else by the deal's dates.

    The months of a dated line are whole cents of it.
    """
    row = deal.row
    first = row["service_start_date"] or deal.closed
    last = row["service_end_date"] or first + timedelta(days=UNDATED_DAYS)
    is_dated = any(line["start_date"] and line["end_date"] for line in lines)
    amounts = [net(line) for line in lines]
    if not deal.expected or not is_dated or sum(amounts) <= 0 or min(amounts) < 0:
        return "dates", periods(days, deal, first, last)
    return name, summed(
        spread(
            amount,
            periods(days, deal, line["start_date"] or first, line["end_date"] or last),
        )
        for line, amount in zip(lines, amounts, strict=True)
    )


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
    lines = sorted(lines, key=lambda line: line["deal_line_id"])
    left, found = deal.expected, []

    def take(
        driver: str, project: str | None, amount: int, name: str, own: list[Row]
    ) -> None:
        nonlocal left
        left -= amount
        found.append(
            Part(deal, project, driver, amount, *schedule(days, deal, name, own))
        )

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
            take(driver, None, net(line), line["deal_line_id"], [line])
    mapped = grouped(work, "project_id")
    shared = {
        row["project_id"]: in_cents(row["share_amount"])
        for row in facts.of("crm", "deal_shares", "deal_id", deal.id)
    }
    is_mapped = bool(work) and None not in mapped
    if is_mapped:
        amounts = {key: sum(map(net, mapped[key])) for key in sorted(mapped)}
    elif shared:
        amounts = dict(sorted(shared.items()))
    else:
        keys = sorted(projects, key=lambda one: facts.rank.get(one, one))
        weights = [baselines.get(key, 0) for key in keys]
        divided = parts(left, weights if sum(weights) else [1] * len(keys))
        amounts = dict(zip(keys, divided, strict=True))
    is_divided = bool(amounts)
    for key in [key for key in amounts if key in projects]:
        if is_mapped:
            take("", key, amounts.pop(key), key, mapped[key])
        else:
            take("", key, amounts.pop(key), "work", work)
    if amounts:
        own = [line for line in work if line["project_id"] in amounts]
        name, own = ("open", own) if is_mapped else ("work", work)
        take(missing, None, sum(amounts.values()), name, own)
    if left:
        take("split_gap" if is_divided else missing, None, left, "work", work)
    return sorted(
        found,
        key=lambda part: (
            part.project is None,
            facts.rank.get(part.project or "", part.project or ""),
            part.driver,
        ),
    )
