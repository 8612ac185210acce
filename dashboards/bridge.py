"""The steps between two numbers, as the bridge states them, and their records."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from dashboards import words
from dashboards.anchors import path
from dashboards.filters import Filters
from dashboards.warehouse import Row, read

STEPS = """
select
    revenue_bridge.segment,
    revenue_bridge.position,
    revenue_bridge.driver,
    revenue_bridge.driver_class,
    coalesce(drivers.label, revenue_bridge.driver) as label,
    revenue_bridge.step_amount,
    revenue_bridge.currency_code,
    revenue_bridge.owner_role,
    revenue_bridge.fix_in,
    revenue_bridge.explanation,
    drivers.action
from marts.revenue_bridge
left join rules.drivers
    on revenue_bridge.driver = drivers.driver
where revenue_bridge.scope_kind = ?
    and revenue_bridge.scope_id = ?
    and revenue_bridge.period = ?
order by revenue_bridge.position, revenue_bridge.driver, revenue_bridge.driver_class
"""
EVIDENCE = """
select
    record_id, source_system, source_record_type, source_record_id, source_url,
    sum(evidence_amount) as evidence_amount, currency_code
from marts.revenue_bridge_evidence
where scope_kind = ?
    and scope_id = ?
    and period = ?
    and segment = ?
    and driver = ?
    and driver_class = ?
group by all
order by abs(sum(evidence_amount)) desc, record_id
"""


@dataclass(frozen=True)
class Step:
    """One cause of a difference, walked in the direction that the page asks for."""

    segment: str
    driver: str
    driver_class: str
    label: str
    amount: Decimal
    owner_role: str
    fix_in: str
    explanation: str
    action: str

    @property
    def key(self) -> str:
        """The step as the URL names it."""
        return f"{self.segment}.{self.driver}.{self.driver_class}"

    @property
    def needs_a_hand(self) -> bool:
        """Whether somebody must fix a record or give a reason."""
        return self.driver_class in "FU" and self.fix_in not in ("", "none", "-")

    @property
    def advice(self) -> str:
        """What to do about it, and where."""
        return f"{self.label}. {self.action}"

    @property
    def row(self) -> Row:
        """The step as a file lists it."""
        return {
            "segment": self.segment,
            "driver": self.driver,
            "label": self.label,
            "step_amount": self.amount,
            "status": self.status,
            "owner_role": self.owner_role,
            "fix_in": self.fix_in,
            "explanation": self.explanation,
        }

    @property
    def status(self) -> str:
        """The status word of its class."""
        return words.STATUS[self.driver_class]


def steps(shown: Filters) -> list[Step]:
    """Return every step of the scope and period the filters name."""
    return [
        Step(
            segment=row["segment"],
            driver=row["driver"],
            driver_class=row["driver_class"],
            label=row["label"],
            amount=row["step_amount"],
            owner_role=row["owner_role"] or "",
            fix_in=row["fix_in"] or "none",
            explanation=row["explanation"] or "",
            action=row["action"] or "",
        )
        for row in read(STEPS, *shown.scope)
    ]


def between(known: Sequence[Step], start: str, end: str) -> list[Step]:
    """Return the steps that lead from one number to another, in their order.

    A segment that is walked backwards has its steps reversed and their signs turned.
    """
    found = []
    for segment, sign in path(start, end):
        part = [step for step in known if step.segment == segment]
        for step in part if sign > 0 else reversed(part):
            found.append(turned(step) if sign < 0 else step)
    return found


def turned(step: Step) -> Step:
    """Return the step as it counts when walked backwards."""
    return Step(**{**vars(step), "amount": -step.amount})


def evidence(shown: Filters, key: str) -> list[Row]:
    """Return the records behind a step, the largest first; they sum to it exactly."""
    segment, driver, driver_class = split(key)
    return read(EVIDENCE, *shown.scope, segment, driver, driver_class)


def split(key: str) -> tuple[str, str, str]:
    """Take a step's name in the URL apart; what is no step has empty parts."""
    parts = [*key.split("."), "", "", ""]
    return parts[0], parts[1], parts[2]
