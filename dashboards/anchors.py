"""The ten numbers of a scope and the chain of segments between them."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from dashboards.filters import Filters
from dashboards.warehouse import Row, read


@dataclass(frozen=True)
class Anchor:
    """One of the numbers: what it is called, what it answers, who owns it."""

    label: str
    question: str
    role: str
    doer: str


ANCHORS: Mapping[str, Anchor] = {
    "list": Anchor("List price", "What would it cost without discount?", "crm", ""),
    "crm_reported": Anchor("CRM as shown", "What does CRM itself show?", "crm", ""),
    "expected": Anchor("Sold", "What did we sell?", "crm", "Sales"),
    "psa_reported": Anchor("PSA as shown", "What does PSA itself show?", "psa", ""),
    "planned": Anchor("Planned", "What do we intend to deliver?", "psa", "Delivery"),
    "delivered": Anchor("Delivered", "What is the work done worth?", "psa", ""),
    "billed": Anchor("Billed", "What have we invoiced?", "accounting", "Finance"),
    "accounting_reported": Anchor(
        "Accounting as shown", "What does the invoice export show?", "accounting", ""
    ),
    "recognised": Anchor(
        "Recognised", "What have we earned in the books?", "accounting", "Finance"
    ),
    "paid": Anchor("Paid", "What has been paid to us?", "accounting", ""),
}
REPORTED = {
    "expected": "crm_reported",
    "planned": "psa_reported",
    "billed": "accounting_reported",
}
"""The number a system itself shows, by the clean number it stands for."""
SEGMENTS = {
    "list_to_expected": ("list", "expected"),
    "crm_to_expected": ("crm_reported", "expected"),
    "expected_to_planned": ("expected", "planned"),
    "psa_to_planned": ("psa_reported", "planned"),
    "planned_to_delivered": ("planned", "delivered"),
    "delivered_to_billed": ("delivered", "billed"),
    "accounting_to_billed": ("accounting_reported", "billed"),
    "billed_to_recognised": ("billed", "recognised"),
    "billed_to_paid": ("billed", "paid"),
}
SQL = """
select anchor, anchor_amount
from marts.revenue_anchors
where scope_kind = ? and scope_id = ? and period = ?
"""
RECORDS = """
select
    record_id, source_system, source_record_type, source_record_id,
    sum(contribution_amount) as anchor_amount, currency_code
from marts.revenue_contributions
where anchor = ?
    and (? = '' or client_id = ?)
    and (? = '' or project_id = ?)
    and (? = 'to_date' or month = ?)
group by all
having anchor_amount != 0
order by abs(anchor_amount) desc, record_id
"""


def anchors(scope_kind: str, scope_id: str, period: str) -> dict[str, Decimal]:
    """Return the numbers of a scope that can be said for a period."""
    rows = read(SQL, scope_kind, scope_id, period)
    return {row["anchor"]: row["anchor_amount"] for row in rows}


def records(shown: Filters, anchor: str) -> list[Row]:
    """Return the records a number is the sum of, the largest first."""
    return read(RECORDS, *asked(shown, anchor))


def asked(shown: Filters, anchor: str) -> tuple[str, ...]:
    """Return the parameters of the question for a number's records."""
    return (
        anchor,
        *(shown.client, shown.client, shown.project, shown.project),
        *(shown.period, shown.period),
    )


def path(start: str, end: str) -> list[tuple[str, int]]:
    """Return the segments between two anchors, -1 where one is walked backwards.

    The chain has no circle, so there is exactly one way.
    """
    ways: list[tuple[str, list[tuple[str, int]]]] = [(start, [])]
    seen = {start}
    while ways:
        here, walked = ways.pop(0)
        if here == end:
            return walked
        for segment, (left, right) in SEGMENTS.items():
            for one, other, sign in ((left, right, 1), (right, left, -1)):
                if one == here and other not in seen:
                    seen.add(other)
                    ways.append((other, [*walked, (segment, sign)]))
    return []


def passed(start: str, end: str) -> list[str]:
    """Return the anchors on the way from one to the other, both included."""
    here, way = start, [start]
    for segment, _ in path(start, end):
        left, right = SEGMENTS[segment]
        here = right if here == left else left
        way.append(here)
    return way
