"""A job: one project that was sold, with its team and its rates."""

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from pipelines.sandbox.portfolio import Account
from pipelines.sandbox.staff import Person


@dataclass
class Job:
    """One project that was sold, before anything is written about it."""

    number: int
    deal: int
    """Jobs of one deal share its number."""

    account: Account
    kind: str
    subject: str
    start: date
    end: date
    close: date
    billing_cycle: str
    is_in_advance: bool
    rates: dict[str, Decimal]
    team: list[tuple[Person, str]] = field(default_factory=list)
    manager: str = ""
    seller: str = ""

    @property
    def project_id(self) -> str:
        """Return its id in PSA."""
        return str(7200 + self.number * 3)

    @property
    def booked_id(self) -> str:
        """Return its id in accounting."""
        return str(2400 + self.number * 2)

    @property
    def deal_id(self) -> str:
        """Return the id of its deal in the CRM."""
        return str(19340551200 + self.deal * 6131)

    @property
    def name(self) -> str:
        """Return what PSA and accounting call it."""
        return f"{self.account.name.word} {self.subject}"

    @property
    def roles(self) -> list[str]:
        """Return the roles that work on it."""
        return list(dict.fromkeys(role for _, role in self.team))
