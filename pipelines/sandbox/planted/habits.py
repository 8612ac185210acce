"""Bad habits: values changed outside their owner, and values that go in circles.

They fall on phone numbers, which CRM owns and PSA copies, and which no number of the
firm depends on. Each account carries one habit at most.
"""

from collections.abc import Callable, Sequence
from datetime import date, datetime, timedelta

from pipelines.sandbox.dates import at, working_day
from pipelines.sandbox.draft import Draft, Row
from pipelines.sandbox.portfolio import Account
from pipelines.sandbox.truths import Answer, Truths

FIRST_DAY = date(2026, 3, 2)
Habit = Callable[["Pair", date], None]


class Pair:
    """One client's phone number as CRM owns it and as PSA copies it."""

    def __init__(self, draft: Draft, account: Account, number: int) -> None:
        self.account = account
        self.number = number
        self._draft = draft
        self.owner = draft.get("crm", "accounts", account.account_id)
        self.copy = draft.get("psa", "clients", account.client_id)

    @property
    def is_fit(self) -> bool:
        """Return whether both say the same, and the CRM holds the client once."""
        same = self._draft.where("crm", "accounts", phone=self.owner["phone"])
        return (
            len(list(same)) == 1
            and self.copy["crm_account_id"] is not None
            and self.owner["phone"] is not None
            and self.owner["phone"] == self.copy["phone"]
            and self.owner["created_at"].date() < FIRST_DAY
        )

    def new(self, place: int) -> str:
        """Return a number that nobody else has."""
        return f"+1 555 {self.number:03} {place:04}"

    def write_owner(
        self, on: date, hour: int, value: str, by: str, source: str = "person"
    ) -> None:
        """Change the number in the CRM."""
        self._change("crm", self.owner, value, at=at(on, hour), by=by, source=source)

    def write_copy(
        self, on: date, hour: int, value: str, by: str, source: str = "person"
    ) -> None:
        """Change the number in the PSA."""
        self._change("psa", self.copy, value, at=at(on, hour), by=by, source=source)

    def _change(
        self, role: str, row: Row, value: str, *, at: datetime, by: str, source: str
    ) -> None:
        record_type = "account" if role == "crm" else "client"
        self._draft.change(
            role,
            record_type,
            row,
            "phone",
            value,
            record_id=row[f"{record_type}_id"],
            at=at,
            by=by,
            source=source,
        )


def drift_at_copy(pair: Pair, on: date) -> None:
    """Let delivery change its copy alone."""
    pair.write_copy(on, 15, pair.new(1), "pm.lee@meridian.example")


def conflict(pair: Pair, on: date) -> None:
    """Let sales and delivery change it on one day, to different numbers."""
    pair.write_owner(on, 14, pair.new(1), "ops.desk@meridian.example")
    pair.write_copy(on, 18, pair.new(2), "pm.lee@meridian.example")


def reverse_flow(pair: Pair, on: date) -> None:
    """Let delivery change its copy, and sales follow a day later."""
    pair.write_copy(on, 15, pair.new(1), "pm.lee@meridian.example")
    later = working_day(on, 1)
    pair.write_owner(later, 15, pair.new(1), "ops.desk@meridian.example")


def against_direction(pair: Pair, on: date) -> None:
    """Let an integration of the PSA write into the CRM."""
    pair.write_owner(on, 15, pair.new(1), "birdview-sync", "integration")


def ping_pong(pair: Pair, on: date) -> None:
    """Let sales and a sync of the PSA undo each other, day by day."""
    before, after = pair.owner["phone"], pair.new(1)
    for day in range(3):
        later = on + timedelta(days=2 * day)
        pair.write_owner(later, 15, after, "ops.desk@meridian.example")
        pair.write_copy(later, 16, after, "birdview-sync", "integration")
        pair.write_copy(later + timedelta(days=1), 15, before, "pm.lee")
        pair.write_owner(
            later + timedelta(days=1), 16, before, "birdview-sync", "integration"
        )


def told_right(pair: Pair, on: date) -> None:
    """Let sales change it and the sync tell delivery: nothing is wrong with that."""
    pair.write_owner(on, 15, pair.new(1), "ops.desk@meridian.example")
    pair.write_copy(on, 16, pair.new(1), "crm-sync", "integration")


HABITS: tuple[tuple[Habit, str], ...] = (
    (drift_at_copy, "psa"),
    (conflict, "psa"),
    (reverse_flow, "crm"),
    (against_direction, "crm"),
    (ping_pong, "crm"),
)
"""Each bad habit, and the role whose record it leaves in the wrong state."""


def plant_habits(
    draft: Draft, accounts: Sequence[Account], truths: Truths, n_of_each: int = 1
) -> None:
    """Plant each habit `n_of_each` times, and as many edits that are right."""
    pairs = [Pair(draft, account, n) for n, account in enumerate(accounts)]
    fit = [pair for pair in pairs if pair.is_fit]
    wanted = [*HABITS, (told_right, "")] * n_of_each
    for position, (pair, (habit, role)) in enumerate(zip(fit, wanted, strict=False)):
        habit(pair, working_day(FIRST_DAY + timedelta(days=position)))
        if role:
            record_type = "account" if role == "crm" else "client"
            row = pair.owner if role == "crm" else pair.copy
            truths.plant(
                Answer(
                    "off_owner_edits",
                    role,
                    record_type,
                    row[f"{record_type}_id"],
                    client=pair.account.key,
                    detail=habit.__name__,
                    on=FIRST_DAY,
                )
            )
