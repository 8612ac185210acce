"""Contracts of other companies, legal entities, groups and services, and of our own."""

from datetime import date, datetime
from decimal import Decimal

from tests.dbt.revenue.cases import settle
from tests.dbt.revenue.clean import FEE, clean
from tests.dbt.revenue.contract import Contract, Row

BRITISH = "uk"


def in_pounds() -> Contract:
    """A contract of the British company, in its own currency."""
    return clean("pounds", currency="GBP", company=BRITISH)


def in_euros() -> Contract:
    """A contract of the British company in euros; its books speak pounds."""
    contract = clean("euros", currency="EUR", company=BRITISH)
    for invoice in contract.rows["accounting.invoices"]:
        invoice["exchange_rate"] = Decimal("0.88")
    for payment in contract.rows["accounting.payments"]:
        payment["exchange_rate"] = Decimal("0.88")
    for posting in contract.rows["accounting.journal_lines"]:
        posting["net_credit_amount"] = FEE * Decimal("0.88")
    return contract


def between_ourselves() -> Contract:
    """Work that one of our companies does for the other."""
    contract = clean("ourselves")
    contract.one("crm.accounts")["is_intercompany"] = True
    return contract


def renamed() -> Contract:
    """A client whose legal name changes on 1 April; later invoices name the new one."""
    contract = clean("renamed")
    successor = contract.one("accounting.customers") | {
        "customer_id": contract.id("u2"),
        "customer_name": "Successor Holding",
        "crm_account_id": None,
        "created_at": datetime(2026, 4, 1),
    }
    contract.add("accounting.customers", **successor)
    for invoice in contract.rows["accounting.invoices"][2:]:
        invoice["customer_id"] = contract.id("u2")
    for payment in contract.rows["accounting.payments"][2:]:
        payment["customer_id"] = contract.id("u2")
    return contract


SUCCESSION: Row = {
    "entity": "client",
    "left_record": "quickbooks:customer:renamed-u2",
    "right_record": "quickbooks:customer:renamed-u",
    "decision": "succeeds",
    "valid_from": date(2026, 4, 1),
    "decided_by": "ana",
    "decided_on": date(2026, 4, 2),
    "because": "The register says so.",
}


def advised() -> Contract:
    """A contract of one service, and a licence sold beside it."""
    contract = clean("advised")
    contract.one("psa.projects")["service_code"] = "advice"
    loose = {"psa_project_id": None, "is_project_work": False}
    settle(contract, "n", Decimal(3500), service_code="licence", **loose)
    return contract


PLACED = (in_pounds, in_euros, between_ourselves, renamed, advised)
