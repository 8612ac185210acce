"""A case: one change to a clean contract, and the only steps that it may move."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from tests.dbt.revenue.clean import clean
from tests.dbt.revenue.contract import Contract, Row

Build = Callable[[str], Contract]
Spoil = Callable[[Contract], object]


@dataclass(frozen=True)
class Case:
    """What `spoil` does to the contract that `base` builds.

    `moves` holds `segment/driver/class` and what the step gains against the same
    contract without the change, to date.
    """

    name: str
    spoil: Spoil
    moves: Mapping[str, int | str]
    base: Build = clean
    scopes: tuple[str, ...] = ("client", "project", "deal")

    def expected(self, scope: str) -> Mapping[str, Decimal]:
        """Return the moves in one kind of scope; a service has what a project has."""
        scope = "project" if scope == "service" else scope
        told = {s: Decimal(amount).quantize(CENT) for s, amount in self.moves.items()}
        return {
            step: amount
            for step, amount in told.items()
            if scope in self.scopes
            and (scope != "project" or step.split("/")[0] not in BEFORE_PROJECTS)
        }


CENT = Decimal("0.01")
BEFORE_PROJECTS = {"list_to_expected", "crm_to_expected"}
LOOSE = ("client",)
"""The scopes of what hangs on no deal and no project of the contract."""
OF_DEALS = ("client", "deal")
OF_PROJECTS = ("client", "project")
EXTRA = Decimal(800)
LATE_MAY = date(2026, 5, 28)


def fixed_fee(key: str) -> Contract:
    """Return a clean contract at a fixed fee."""
    return clean(key, "fixed_fee")


def settle(contract: Contract, number: str, amount: Decimal, **line: object) -> Row:
    """Bill, post and collect one amount in May, so that nothing of it stays open."""
    invoice = contract.bill(number, amount, LATE_MAY, **line)
    contract.pay(number, amount, date(2026, 5, 29))
    return invoice


def with_extra(contract: Contract, *, amount: Decimal = EXTRA, **entry: object) -> Row:
    """Log eight hours more than planned, and settle them; return the time entry."""
    day = entry.pop("work_date", LATE_MAY)
    assert isinstance(day, date)
    logged = contract.log("x", day, **entry)
    settle(contract, "x", amount)
    contract.cover("x", logged)
    return logged


def extra(key: str) -> Contract:
    """Return a clean contract with eight hours more than planned, billed and paid."""
    contract = clean(key)
    with_extra(contract)
    return contract


def extra_of_march(key: str) -> Contract:
    """Return the same with the hours worked in March."""
    contract = clean(key)
    with_extra(contract, work_date=date(2026, 3, 12))
    return contract


def time_billed(key: str) -> Contract:
    """Return hours of which those of May are billed and paid too."""
    contract = clean(key)
    settle(contract, "x", Decimal(4000))
    for entry in contract.entries(4):
        contract.cover("x", entry)
    return contract


def progress_billed(key: str) -> Contract:
    """Return a fixed fee of which May is billed and paid too."""
    contract = fixed_fee(key)
    settle(contract, "x", Decimal(4000))
    return contract


def unbilled(contract: Contract, number: str = "x") -> None:
    """Take one invoice away with everything that hangs on it."""
    invoice = contract.id("i", number)
    contract.drop("accounting.invoices", lambda r: r["invoice_id"] == invoice)
    contract.drop("accounting.invoice_lines", lambda r: r["invoice_id"] == invoice)
    line = contract.id("l", number)
    contract.drop(
        "accounting.invoice_line_times", lambda r: r["invoice_line_id"] == line
    )
    contract.drop("accounting.payments", lambda r: r["invoice_id"] == invoice)
    contract.drop("accounting.journal_lines", lambda r: r["source_id"] == invoice)


def rebilled(contract: Contract, number: object, amount: Decimal) -> None:
    """Let an invoice, its posting and its payment be of another amount."""
    for table, key, prefix, column in (
        ("accounting.invoice_lines", "invoice_line_id", "l", "line_amount"),
        ("accounting.journal_lines", "journal_line_id", "j", "net_credit_amount"),
        ("accounting.payments", "payment_id", "y", "paid_amount"),
    ):
        for row in contract.rows[table]:
            if row[key] == contract.id(prefix, number):
                row[column] = amount


def resold(contract: Contract, sold: int, budget: int | None = None) -> None:
    """Let the deal be of another amount; with `budget`, the project's start as well."""
    contract.one("crm.deals")["net_amount"] = Decimal(sold)
    if budget is not None:
        contract.one("psa.projects")["baseline_amount"] = Decimal(budget)


def second_deal(contract: Contract, amount: int, closed: date) -> Row:
    """Sell the client something else."""
    return contract.add(
        "crm.deals",
        **contract.one("crm.deals")
        | {
            "deal_id": contract.id("d2"),
            "deal_name": f"More {contract.key}",
            "net_amount": Decimal(amount),
            "close_date": closed,
            "handed_over_at": None,
        },
    )
