"""Contracts of which money lies with another client or in another month."""

from datetime import date, datetime

from tests.dbt.revenue.clean import clean
from tests.dbt.revenue.contract import Contract

NEIGHBOUR = "neighbour"


def neighbour() -> Contract:
    """Return the client under which the records of others are filed."""
    return clean(NEIGHBOUR)


def invoice_elsewhere() -> Contract:
    """File one invoice under a stranger."""
    contract = clean("astray")
    contract.one("accounting.invoices")["customer_id"] = f"{NEIGHBOUR}-u"
    return contract


def project_elsewhere() -> Contract:
    """File the project under a stranger."""
    contract = clean("adrift")
    contract.one("psa.projects")["client_id"] = f"{NEIGHBOUR}-c"
    return contract


def invoice_at_parent() -> Contract:
    """Send one invoice to the company that owns the client."""
    contract = clean("owned")
    contract.one("crm.accounts")["parent_account_id"] = f"{NEIGHBOUR}-a"
    contract.one("accounting.invoices")["customer_id"] = f"{NEIGHBOUR}-u"
    return contract


def invoice_moved() -> Contract:
    """Change the date of one invoice into the next month after it was issued."""
    contract = clean("redated")
    contract.add(
        "accounting.field_changes",
        record_type="invoice",
        record_id=contract.id("i", 0),
        field="invoice_date",
        changed_at=datetime(2026, 3, 3, 12),
        old_value="2026-01-31",
        new_value="2026-02-02",
    )
    return contract


def sold_for_january() -> Contract:
    """Sell for January what is planned until August."""
    contract = clean("phased")
    contract.one("crm.deals")["service_end_date"] = date(2026, 1, 30)
    return contract


MOVED = (
    *(neighbour, invoice_elsewhere, project_elsewhere),
    *(invoice_at_parent, invoice_moved, sold_for_january),
)
