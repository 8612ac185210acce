"""What can happen on an invoice, a credit note, or a draft of either."""

from datetime import date
from decimal import Decimal

from tests.dbt.revenue.cases import LOOSE, Case, settle
from tests.dbt.revenue.clean import FEE
from tests.dbt.revenue.contract import Contract


def noted(c: Contract, amount: int, **invoice: object) -> None:
    """Write a document that is settled, and change what it says of itself."""
    settle(c, "n", Decimal(amount)).update(**invoice)


def copied(c: Contract) -> None:
    c.bill("c", FEE, date(2026, 2, 2))
    posted = c.id("j", "c")
    c.drop("accounting.journal_lines", lambda r: r["journal_line_id"] == posted)


def drafted(c: Contract, status: str) -> None:
    copied(c)
    c.rows["accounting.invoices"][-1].update(status=status)
    c.rows["accounting.invoice_lines"][-1]["line_amount"] = Decimal(999)


def taxed(c: Contract) -> None:
    c.rows["accounting.invoice_lines"][0]["tax_amount"] = Decimal(800)
    c.rows["accounting.payments"][0]["paid_amount"] = FEE + 800


def deposit(c: Contract) -> None:
    c.line("dep", 0, Decimal(1000), account_code="2100", line_kind="other")


CREDIT = {"kind": "credit_note"}
D2B, A2B = "delivered_to_billed", "accounting_to_billed"
CASES = (
    Case(
        "credit",
        lambda c: noted(c, -900, reason="goodwill", **CREDIT),
        {f"{D2B}/credit_note/L": -900},
    ),
    Case(
        "credit_unsaid",
        lambda c: noted(c, -900, **CREDIT),
        {f"{D2B}/credit_note/U": -900},
    ),
    Case(
        "no_project",
        lambda c: settle(c, "n", Decimal(3500), psa_project_id=None),
        {f"{D2B}/unlinked_invoice/F": 3500},
        scopes=LOOSE,
    ),
    Case(
        "licence",
        lambda c: settle(
            c, "n", Decimal(3500), psa_project_id=None, is_project_work=False
        ),
        {f"{D2B}/outside_delivery_scope/L": 3500},
        scopes=LOOSE,
    ),
    Case(
        "expenses",
        lambda c: settle(c, "n", Decimal(300), line_kind="expense"),
        {f"{D2B}/expenses_rebilled/L": 300},
    ),
    Case(
        "retention",
        lambda c: settle(c, "n", Decimal(-500), line_kind="retention"),
        {f"{D2B}/retention_withheld/T": -500},
    ),
    Case("copy", copied, {f"{A2B}/duplicate_invoice/F": -4000}),
    Case("draft", lambda c: drafted(c, "draft"), {f"{A2B}/draft_or_void/F": -999}),
    Case("void", lambda c: drafted(c, "void"), {f"{A2B}/draft_or_void/F": -999}),
    Case("tax", taxed, {f"{A2B}/tax/L": -800}),
    Case("deposit", deposit, {f"{A2B}/not_revenue/L": -1000}),
)
