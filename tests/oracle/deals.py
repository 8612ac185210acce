"""What was sold: won deals, frozen, and the parts of each."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from fractions import Fraction

from tests.oracle.cents import cents, in_cents, worth
from tests.oracle.copies import plain, survivors
from tests.oracle.days import Days
from tests.oracle.facts import Facts, Row, grouped


@dataclass
class Deal:
    """One won deal. Amounts are cents of its own currency."""

    row: Row
    id: str
    client: str
    closed: date
    now: int
    frozen: int
    tax: int
    rate: Fraction
    crm_rate: Fraction
    list: int
    is_copy: bool

    @property
    def expected(self) -> int:
        return 0 if self.is_copy else self.frozen - self.tax


def closed_on(days: Days, row: Row) -> date:
    if row["close_date"]:
        return row["close_date"]  # type: ignore[no-any-return]
    return days.local(row["closed_at"])


def frozen_at(days: Days, row: Row, created: list[datetime]) -> datetime:
    """Return the earlier of handover and close plus three working days, in UTC."""
    last = days.after(closed_on(days, row), days.facts.limits["freeze"])
    end = datetime.combine(last + timedelta(days=1), time(), days.zone)
    moments = [end.astimezone(UTC).replace(tzinfo=None)]
    if row["handed_over_at"]:
        moments.append(row["handed_over_at"])
    elif created:
        moments.append(min(created))
    return min(moments)


def value_at(changes: list[Row], now: int, moment: datetime) -> int:
    """Return what the amount was: before the first change after ``moment``."""
    later = [change for change in changes if change["changed_at"] > moment]
    if not later:
        return now
    first = min(later, key=lambda change: change["changed_at"])
    return cents(Fraction(first["old_value"]) * 100)


def list_value(lines: list[Row], row: Row, net: int) -> int:
    """Return what was sold before the discount: of the lines, else of the deal."""
    if lines:
        return net + sum(
            worth(line["quantity"], line["list_price"] - line["net_price"])
            for line in lines
            if line["list_price"] is not None
        )
    return in_cents(row["list_amount"]) if row["list_amount"] is not None else net


def won_deals(
    facts: Facts, days: Days, projects_of: dict[str, list[str]]
) -> dict[str, Deal]:
    """Return every won deal by id. ``projects_of`` lists each deal's projects."""
    rows = [row for row in facts.table("crm", "deals") if row["is_won"]]
    lines = grouped(facts.table("crm", "deal_lines"), "deal_id")
    changes = grouped(
        (
            change
            for change in facts.table("crm", "field_changes")
            if change["record_type"] == "deal" and change["field"] == "net_amount"
        ),
        "record_id",
    )
    created = {
        row["project_id"]: row["created_at"]
        for row in facts.table("psa", "projects")
        if row["created_at"]
    }
    deals: dict[str, Deal] = {}
    for row in rows:
        deal_id, closed = row["deal_id"], closed_on(days, row)
        starts = [
            created[one] for one in projects_of.get(deal_id, ()) if one in created
        ]
        now = in_cents(row["net_amount"])
        moment = frozen_at(days, row, starts)
        frozen = value_at(changes.get(deal_id, []), now, moment)
        tax = in_cents(row["included_tax_amount"])
        rate = facts.rate("accounting", row["currency_code"], closed) or Fraction(1)
        deals[deal_id] = Deal(
            row=row,
            id=deal_id,
            client=facts.client("crm", row["account_id"]),
            closed=closed,
            now=now,
            frozen=frozen,
            tax=tax,
            rate=rate,
            crm_rate=facts.rate("crm", row["currency_code"], closed) or rate,
            list=list_value(lines.get(deal_id, []), row, frozen - tax),
            is_copy=False,
        )
    mark_copies(facts, deals, projects_of)
    return deals


def mark_copies(
    facts: Facts, deals: dict[str, Deal], projects_of: dict[str, list[str]]
) -> None:
    lines = grouped(facts.table("crm", "deal_lines"), "deal_id")

    def is_same(left: Row, right: Row) -> bool:
        one, other = deals[left["deal_id"]], deals[right["deal_id"]]
        return (
            one.client == other.client
            and left["currency_code"] == right["currency_code"]
            and abs((one.closed - other.closed).days) <= 14
            and plain(left["deal_name"]) == plain(right["deal_name"])
            and (one.now == other.now or one.frozen == other.frozen)
        )

    def n_references(deal_id: str) -> int:
        return len(projects_of.get(deal_id, ())) + len(lines.get(deal_id, ()))

    kept = survivors(
        (deal.row for deal in deals.values()), "deal_id", is_same, n_references
    )
    for deal in deals.values():
        deal.is_copy = kept[deal.id] != deal.id
