"""Clients, written the way each system keeps them, with the links between them."""

from dataclasses import dataclass
from datetime import date

from pipelines.sandbox.dates import at
from pipelines.sandbox.draft import Draft
from pipelines.sandbox.exchange import BOOKS


@dataclass(frozen=True)
class Names:
    """What one client is called in each system, and its legal name."""

    crm: str
    psa: str
    accounting: str
    legal: str


@dataclass(frozen=True)
class Client:
    """One client with its record in each of three systems."""

    account_id: str
    client_id: str
    customer_id: str
    names: Names
    domain: str
    since: date
    currency: str = BOOKS
    tax_id: str | None = None
    country: str = "US"
    city: str | None = None
    postcode: str | None = None
    street: str | None = None
    phone: str | None = None


def keep(draft: Draft, client: Client) -> None:
    """Write the client into CRM, PSA and accounting, each naming the other's record."""
    place = {
        "domain": client.domain,
        "phone": client.phone,
        "street": client.street,
        "postcode": client.postcode,
        "city": client.city,
        "country": client.country,
        "currency_code": client.currency,
        "legal_name": client.names.legal,
        "created_at": at(client.since, 15),
    }
    draft.add(
        "crm",
        "accounts",
        account_id=client.account_id,
        account_name=client.names.crm,
        tax_id=client.tax_id,
        owner_email="sales.desk@meridian.example",
        psa_client_id=client.client_id,
        accounting_customer_id=client.customer_id,
        is_intercompany=False,
        **place,
    )
    draft.add(
        "psa",
        "clients",
        client_id=client.client_id,
        client_name=client.names.psa,
        crm_account_id=client.account_id,
        accounting_customer_id=client.customer_id,
        **place,
    )
    draft.add(
        "accounting",
        "customers",
        customer_id=client.customer_id,
        customer_name=client.names.accounting,
        tax_id=client.tax_id,
        email=f"accounts@{client.domain}",
        crm_account_id=client.account_id,
        psa_client_id=client.client_id,
        is_active=True,
        is_intercompany=False,
        **place,
    )
