"""What was planted and who is who, written down while the firm is invented."""

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

SYSTEMS = {
    "crm": "hubspot",
    "psa": "birdview",
    "accounting": "quickbooks",
    "hr": "bamboohr",
}
"""The connection that holds each role's records in the sample firm."""


@dataclass(frozen=True)
class Answer:
    """One planted mistake as a perfect warehouse would report it."""

    kind: str
    """The driver that it moves, or the suite that finds it."""

    role: str
    record_type: str
    record_id: str
    """The id in its system, as the system writes it."""

    other_record_id: str | None = None
    amount: Decimal | None = None
    """Signed, as the driver has it; in `currency_code`."""

    currency_code: str | None = None
    client: str | None = None
    """The true client, a key of `Truths.identities`."""

    detail: str | None = None
    """The sub-reason, the field, or the client it was wrongly filed under."""

    on: date | None = None


@dataclass
class Truths:
    """Every planted mistake and the true entity behind every record."""

    answers: list[Answer] = field(default_factory=list)
    identities: dict[str, str] = field(default_factory=dict)
    """`<source_system>:<record_type>:<id>` to the entity's own key."""

    def plant(self, answer: Answer) -> None:
        """Write down one planted mistake."""
        self.answers.append(answer)

    def is_(self, role: str, record_type: str, record_id: str, entity: str) -> None:
        """Write down which client, project or person a record stands for."""
        self.identities[f"{SYSTEMS[role]}:{record_type}:{record_id}"] = entity

    def of(self, role: str, record_type: str, record_id: str) -> str | None:
        """Return the true entity of a record, or None when none is known."""
        return self.identities.get(f"{SYSTEMS[role]}:{record_type}:{record_id}")
