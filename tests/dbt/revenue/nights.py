"""A second night: what happened to the records since the first one."""

from collections.abc import Callable
from datetime import date, datetime
from decimal import Decimal

from tests.dbt.revenue.clean import clean
from tests.dbt.revenue.contract import Contract

Happening = Callable[[Contract], object]


def logged_late(c: Contract) -> None:
    """Log hours of April that nobody had logged."""
    c.log("late", date(2026, 4, 9))


def logged_today(c: Contract) -> None:
    """Log hours of the day after the first night."""
    c.log("new", date(2026, 6, 1))


def deleted(c: Contract) -> None:
    """Delete one entry."""
    c.rows["psa.time_entries"].pop()


def redated(c: Contract) -> None:
    """Move one entry into another month."""
    c.rows["psa.time_entries"][-1]["work_date"] = date(2026, 4, 28)


def edited(c: Contract) -> None:
    """Correct the hours of one entry."""
    c.rows["psa.time_entries"][-1]["hours"] = Decimal(6)


def voided(c: Contract) -> None:
    """Void one invoice; the export keeps it."""
    c.rows["accounting.invoices"][-1]["status"] = "void"


HAPPENINGS: dict[str, tuple[Happening, str, str]] = {
    "late": (logged_late, "delivered", "arrived_late"),
    "fresh": (logged_today, "delivered", "new_in_source"),
    "gone": (deleted, "delivered", "removed_or_voided"),
    "shifted": (redated, "delivered", "moved_month"),
    "corrected": (edited, "delivered", "amount_edited"),
    "cancelled": (voided, "billed", "removed_or_voided"),
}
"""By contract: what happened to it, the number that changed, and why."""


def before() -> list[Contract]:
    """Return the contracts of the first night; one of them has francs."""
    kept = [clean(key) for key in ("stays", *HAPPENINGS)]
    return [*kept, clean("francs", currency="CHF")]


def after() -> list[Contract]:
    """Return the same contracts after what happened."""
    contracts = before()
    for contract in contracts:
        if contract.key in HAPPENINGS:
            HAPPENINGS[contract.key][0](contract)
    return contracts


FIRST = datetime(2026, 5, 31, 23)
SECOND = datetime(2026, 6, 1, 23)
THIRD = datetime(2026, 6, 2, 23)
