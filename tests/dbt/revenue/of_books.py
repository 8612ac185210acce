"""What can happen after the invoice: in the ledger, and until the money is there."""

from datetime import date
from decimal import Decimal

from tests.dbt.revenue.cases import LATE_MAY, LOOSE, Case, extra
from tests.dbt.revenue.clean import FEE
from tests.dbt.revenue.contract import Contract
from tests.dbt.revenue.of_documents import copied
from tests.dbt.revenue.of_selling import euro


def journal(c: Contract, kind: str, amount: int, basis: str | None = "memo") -> None:
    no_invoice = {"source_type": None, "source_id": None, "kind": kind}
    link = {"psa_project_id": c.id("p"), "basis": basis}
    c.post("m", Decimal(amount), LATE_MAY, **no_invoice | link)


def copy_posted(c: Contract) -> None:
    copied(c)
    c.post("c", FEE, date(2026, 2, 2))


def taken_off(c: Contract, kind: str) -> None:
    c.rows["accounting.payments"][0]["paid_amount"] = FEE - 120
    c.pay("off", Decimal(120), date(2026, 2, 21), kind=kind, invoice_id=c.id("i", 0))


def unpaid(c: Contract, due: date) -> None:
    c.rows["accounting.payments"].pop()
    c.rows["accounting.invoices"][-1]["due_date"] = due


def stray(c: Contract) -> None:
    c.pay("s", Decimal(500), LATE_MAY, invoice_id=None)


def paid_at(c: Contract, rate: str) -> None:
    c.rows["accounting.payments"][0]["exchange_rate"] = Decimal(rate)


def billed_at(c: Contract, rate: str) -> None:
    c.rows["accounting.invoices"][0]["exchange_rate"] = Decimal(rate)
    c.rows["accounting.payments"][0]["exchange_rate"] = Decimal(rate)
    c.rows["accounting.journal_lines"][0]["net_credit_amount"] = FEE * Decimal(rate)


B2R, B2P = "billed_to_recognised", "billed_to_paid"
CASES = (
    Case(
        "deferral", lambda c: journal(c, "deferral", -900), {f"{B2R}/deferred/T": -900}
    ),
    Case(
        "accrual",
        lambda c: journal(c, "accrual", 900),
        {f"{B2R}/unbilled_accrued/T": 900},
    ),
    Case(
        "catch_up",
        lambda c: journal(c, "catch_up", 900),
        {f"{B2R}/progress_catch_up/L": 900},
    ),
    Case(
        "passed_on",
        lambda c: journal(c, "pass_through", -900),
        {f"{B2R}/agent_net/L": -900},
    ),
    Case(
        "bonus",
        lambda c: journal(c, "variable", 900),
        {f"{B2R}/variable_consideration/L": 900},
    ),
    Case(
        "no_basis",
        lambda c: journal(c, "manual", 900, None),
        {f"{B2R}/manual_journal_without_basis/U": 900},
    ),
    Case(
        "copy_posted",
        copy_posted,
        {
            "accounting_to_billed/duplicate_invoice/F": -4000,
            f"{B2R}/duplicate_invoice/F": 4000,
        },
    ),
    Case(
        "unpaid",
        lambda c: unpaid(c, date(2026, 6, 30)),
        {f"{B2P}/not_due/T": -800},
        extra,
    ),
    Case(
        "late",
        lambda c: unpaid(c, date(2026, 5, 29)),
        {f"{B2P}/overdue/F": -800},
        extra,
    ),
    *(
        Case(
            kind, lambda c, kind=kind: taken_off(c, kind), {f"{B2P}/{kind}/{cls}": -120}
        )
        for kind, cls in (
            ("bad_debt_write_off", "L"),
            ("early_payment_discount", "L"),
            ("withholding_tax", "L"),
            ("bank_fees", "L"),
            ("retention_withheld", "T"),
        )
    ),
    Case("stray", stray, {f"{B2P}/unapplied_or_overpaid/F": 500}, scopes=LOOSE),
    Case("paid_at", lambda c: paid_at(c, "1.08"), {f"{B2P}/fx_realised/L": -80}, euro),
    Case(
        "billed_at",
        lambda c: billed_at(c, "1.12"),
        {"delivered_to_billed/fx/L": 80},
        euro,
    ),
)
