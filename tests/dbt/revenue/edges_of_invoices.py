"""Corners in which numbers are most often wrong: what was billed, and again."""

from datetime import date
from decimal import Decimal

from tests.dbt.revenue.cases import LATE_MAY, extra, settle
from tests.dbt.revenue.clean import FEE, clean
from tests.dbt.revenue.contract import Contract
from tests.dbt.revenue.edges_of_contracts import part


def billed_quarterly() -> Contract:
    """Planned by month, billed by quarter."""
    contract = clean("quarterly")
    contract.one("psa.projects")["billing_cycle"] = "quarterly"
    for table in ("invoices", "invoice_lines", "invoice_line_times"):
        contract.rows[f"accounting.{table}"].clear()
    contract.rows["accounting.journal_lines"].clear()
    contract.rows["accounting.payments"].clear()
    settle(contract, "q", 3 * FEE)["invoice_date"] = date(2026, 4, 2)
    contract.one("accounting.journal_lines")["posting_date"] = date(2026, 4, 2)
    for number in range(3):
        for entry in contract.entries(number):
            contract.cover("q", entry)
    return contract


def consolidated() -> Contract:
    """One invoice for three projects, and a line that names none."""
    contract = clean("joint", "fixed_fee")
    for number in (2, 3):
        part(contract, number, Decimal(5000))
    settle(contract, "n", Decimal(1000), psa_project_id=None)
    for number in (2, 3):
        link = {"psa_project_id": contract.id("p", number)}
        contract.line(f"n{number}", "n", Decimal(2000), **link)
        contract.post(
            f"n{number}", Decimal(2000), LATE_MAY, source_id=contract.id("i", "n")
        )
    contract.rows["accounting.payments"][-1]["paid_amount"] = Decimal(5000)
    return contract


def reissued() -> Contract:
    """An invoice that was voided and written again with the same amount."""
    contract = clean("reissued")
    posted = contract.one("accounting.journal_lines")
    contract.bill("v", FEE, date(2026, 2, 2))["status"] = "void"
    contract.drop(
        "accounting.journal_lines",
        lambda r: r is not posted and r["source_id"] == contract.id("i", "v"),
    )
    return contract


def billed_again() -> Contract:
    """An invoice that was credited in full and billed again in March."""
    contract = clean("again")
    credit = contract.bill("c", -FEE, date(2026, 3, 3))
    credit.update(kind="credit_note", credits_invoice_id=contract.id("i", 0))
    contract.bill("r", FEE, date(2026, 3, 3))
    contract.pay("c", -FEE, date(2026, 3, 3))
    contract.pay("r", FEE, date(2026, 3, 3))
    for entry in contract.entries(0):
        contract.cover("r", entry)
    return contract


def refunded() -> Contract:
    """A deposit that was billed and paid back."""
    contract = clean("refunded")
    settle(contract, "a", Decimal(1000), line_kind="advance")
    back = settle(contract, "b", Decimal(-1000), line_kind="advance")
    back.update(kind="credit_note", reason="deposit returned")
    return contract


def edited_after_billing() -> Contract:
    """Hours that were corrected after they were billed."""
    contract = extra("shorter")
    contract.rows["accounting.invoice_line_times"][-1]["billed_hours"] = Decimal(8)
    contract.rows["psa.time_entries"][-1]["hours"] = Decimal(6)
    return contract


OF_INVOICES = (
    *(billed_quarterly, consolidated, reissued, billed_again),
    *(refunded, edited_after_billing),
)
