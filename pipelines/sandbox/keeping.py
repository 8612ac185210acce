"""How three systems keep the same clients: other names, some links, some twice."""

from collections.abc import Sequence
from datetime import timedelta
from random import Random
from typing import Any

from pipelines.sandbox import names
from pipelines.sandbox.contacts import write_contacts
from pipelines.sandbox.dates import at, working_day
from pipelines.sandbox.draft import Draft
from pipelines.sandbox.portfolio import Account
from pipelines.sandbox.truths import Answer, Truths

SHARE_LINKED = 0.6
"""How many records name their twin in another system."""

SHARE_TAX_ID = {"crm": 0.4, "psa": 0.25, "accounting": 0.7}
KEYS = {
    "crm": ("accounts", "account_id", "account_name", "account"),
    "psa": ("clients", "client_id", "client_name", "client"),
    "accounting": ("customers", "customer_id", "customer_name", "customer"),
}
"""Table, key, name column and record type of each role's clients."""


def keep_all(
    draft: Draft, random: Random, accounts: Sequence[Account], truths: Truths
) -> None:
    """Write every client into CRM, PSA and accounting, and some of them twice."""
    for account in accounts:
        for role in KEYS:
            _keep(draft, random, account, role, truths)
    for position, account in enumerate([*accounts[1::2], accounts[40]]):
        role = ("crm", "psa", "accounting")[position % 3]
        _keep_again(draft, random, account, role, truths, is_weak=position % 5 == 4)


def _ids(account: Account) -> dict[str, str]:
    return {
        "crm": account.account_id,
        "psa": account.client_id,
        "accounting": account.customer_id,
    }


def _keep(
    draft: Draft, random: Random, account: Account, role: str, truths: Truths
) -> None:
    table, key, _, record_type = KEYS[role]
    own = _ids(account)[role]
    draft.add(role, table, **{key: own}, **_columns(random, account, role))
    truths.is_(role, record_type, own, account.key)
    if role == "crm":
        write_contacts(draft, random, account)


def _columns(random: Random, account: Account, role: str) -> dict[str, Any]:
    created = at(working_day(account.since + timedelta(days=random.randrange(9))), 15)
    links = {
        column: other
        for column, other in {
            "psa_client_id": account.client_id,
            "accounting_customer_id": account.customer_id,
            "crm_account_id": account.account_id,
        }.items()
        if column in _LINKS[role] and random.random() < SHARE_LINKED
    }
    found: dict[str, Any] = {
        KEYS[role][2]: names.vary(random, account.name),
        "legal_name": str(account.name),
        "phone": account.phone if random.random() < 0.8 else None,
        "currency_code": account.currency,
        "created_at": created,
        **links,
    }
    if random.random() < 0.7:
        found |= account.address
    else:
        found["country"] = account.country
    if random.random() < SHARE_TAX_ID[role]:
        found["tax_id"] = account.tax_id
    if role == "accounting":
        found["email"] = f"accounts@{account.domain}"
        found |= {"is_active": True, "is_intercompany": False}
    if role == "crm" or random.random() < 0.5:
        found["domain"] = account.domain
    if role == "crm":
        found["owner_email"] = account.owner
        found["parent_account_id"] = account.parent
        found["is_intercompany"] = False
    return found


_LINKS = {
    "crm": ("psa_client_id", "accounting_customer_id"),
    "psa": ("crm_account_id", "accounting_customer_id"),
    "accounting": ("crm_account_id", "psa_client_id"),
}


def _keep_again(
    draft: Draft,
    random: Random,
    account: Account,
    role: str,
    truths: Truths,
    *,
    is_weak: bool,
) -> None:
    """Write a second record of the client into one system, on which no money lies."""
    table, key, name_column, record_type = KEYS[role]
    first = _ids(account)[role]
    second = str(int(first) + 1)
    columns = _columns(random, account, role)
    for column in _LINKS[role]:
        columns.pop(column, None)
    if is_weak:
        columns |= {"tax_id": None, "domain": None, "phone": None, "street": None}
        if role == "accounting":
            columns["email"] = None
    elif role != "accounting":
        columns["domain"] = account.domain
    else:
        columns["tax_id"] = account.tax_id
    columns["created_at"] += timedelta(days=140)
    columns[name_column] = names.vary(random, account.name)
    draft.add(role, table, **{key: second}, **columns)
    truths.is_(role, record_type, second, account.key)
    truths.plant(
        Answer(
            "duplicate_clients",
            role,
            record_type,
            second,
            other_record_id=first,
            client=account.key,
            detail="name only" if is_weak else "same identifier",
        )
    )
