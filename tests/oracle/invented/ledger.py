"""The books of an invented firm: accounts, and postings where it keeps journals."""

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from tests.oracle.cents import cents
from tests.oracle.invented.firm import Invented
from tests.oracle.invoices import invoice_lines
from tests.oracle.plans import kept_projects

ACCOUNTS = {
    "4000": "revenue",
    "2400": "deferred_revenue",
    "1200": "accrued_revenue",
    "1100": "receivable",
    "2200": "tax",
    "3000": "other",
}


def accounts(firm: Invented) -> None:
    for code, kind in ACCOUNTS.items():
        firm.add(
            "accounting",
            "accounts",
            account_code=code,
            account_name=kind,
            account_kind=kind,
        )


def post(firm: Invented) -> None:
    """Post every invoice, and some accruals, deferrals, estimates and loose entries."""
    facts = firm.facts()
    for line in invoice_lines(facts, kept_projects(facts)):
        if line.status not in ("billed", "duplicate_invoice"):
            continue
        if line.status == "duplicate_invoice" and firm.chance(0.5):
            continue
        amount = Decimal(cents(line.net * line.rate)) / 100
        said = {
            "kind": "invoice",
            "psa_project_id": line.project,
            "source_type": "invoice",
            "source_id": line.invoice["invoice_id"],
        }
        entry(firm, line.day, "4000", amount, **said)
        entry(firm, line.day, "1100", -amount, **said)
    for row in firm.rows.get(("psa", "projects"), []):
        if row["is_test"] or row["start_date"] > firm.as_of or firm.chance(0.6):
            continue
        day = firm.day(row["start_date"], firm.as_of)
        kind, other, sign = firm.random.choice(
            (
                ("accrual", "1200", 1),
                ("deferral", "2400", -1),
                ("catch_up", "1200", 1),
                ("variable", "1200", 1),
                ("pass_through", "3000", -1),
                ("manual", "3000", 1),
            )
        )
        amount = sign * firm.whole(1, 9) * 100
        said = {"kind": kind, "psa_project_id": row["project_id"]}
        if kind != "manual":
            said |= {
                "basis": "memo",
                "source_type": "project",
                "source_id": row["project_id"],
            }
        entry(firm, day, "4000", amount, **said)
        entry(firm, day, other, -amount, **said)
        if kind == "accrual" and day + timedelta(20) <= firm.as_of:
            later = day + timedelta(20)
            entry(firm, later, "4000", -amount, **said)
            entry(firm, later, other, amount, **said)


def entry(
    firm: Invented, day: date, account: str, amount: Decimal, **said: Any
) -> None:
    firm.add(
        "accounting",
        "journal_lines",
        journal_line_id=firm.id("JL"),
        posting_date=day,
        account_code=account,
        net_credit_amount=amount,
        **said,
    )
