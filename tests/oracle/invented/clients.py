"""One client of an invented firm, with whatever chance gives it."""

from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from tests.oracle.invented.firm import Invented

OTHERS = ("", "", "", "EUR", "GBP")
"""What a client is billed in; nothing stands for the firm's own currency."""
RATES = {"EUR": ("1.05", "1.08", "1.10", "1.12"), "GBP": ("1.20", "1.25", "1.30")}


@dataclass
class Client:
    """One client: its ids in three systems and what it bought."""

    firm: Invented
    key: str
    account: str
    client: str
    customer: str
    currency: str
    deals: list[dict[str, Any]] = field(default_factory=list)
    projects: list[dict[str, Any]] = field(default_factory=list)


def rates(firm: Invented) -> None:
    """Add the firm's own rates by month, and the CRM's rates from two days."""
    day = date(firm.as_of.year - 3, 1, 1)
    while day <= firm.as_of:
        for code, choice in RATES.items():
            firm.add(
                "accounting",
                "exchange_rates",
                from_currency=code,
                to_currency=firm.reporting_currency,
                rate_date=day,
                rate=Decimal(firm.random.choice(choice)),
            )
        day = (day + timedelta(31)).replace(day=1)
    for code, choice in RATES.items():
        firm.add(
            "crm",
            "exchange_rates",
            from_currency=code,
            to_currency=firm.reporting_currency,
            rate_date=date(firm.as_of.year - 3, 1, 1),
            rate=Decimal(firm.random.choice(choice)),
        )


def client(firm: Invented) -> Client:
    """Add a client that all three systems know, linked by each other's ids."""
    name = f"{firm.name()} {firm.name()}"
    key = firm.id("C")
    account, psa, customer = f"A-{key}", f"P-{key}", f"K-{key}"
    currency = firm.random.choice(OTHERS) or firm.reporting_currency
    domain = f"{name.lower().replace(' ', '-')}.example"
    created = firm.moment(date(firm.as_of.year - 3, 1, 5))
    firm.add(
        "crm",
        "accounts",
        account_id=account,
        account_name=name,
        domain=domain,
        psa_client_id=psa,
        accounting_customer_id=customer,
        created_at=created,
        currency_code=currency,
    )
    firm.add(
        "psa",
        "clients",
        client_id=psa,
        client_name=name,
        domain=domain,
        crm_account_id=account,
        accounting_customer_id=customer,
        created_at=created,
        currency_code=currency,
    )
    firm.add(
        "accounting",
        "customers",
        customer_id=customer,
        customer_name=name,
        domain=domain,
        crm_account_id=account,
        psa_client_id=psa,
        is_active=True,
        currency_code=currency,
        created_at=created,
    )
    firm.client_of |= {
        ("crm", account): key,
        ("psa", psa): key,
        ("accounting", customer): key,
    }
    return Client(firm, key, account, psa, customer, currency)
