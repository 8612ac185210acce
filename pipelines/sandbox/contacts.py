"""The people at each client whom sales knows."""

from random import Random

from pipelines.sandbox import names
from pipelines.sandbox.dates import at
from pipelines.sandbox.draft import Draft
from pipelines.sandbox.portfolio import Account


def write_contacts(draft: Draft, random: Random, account: Account) -> None:
    """Write two or three contacts of one client."""
    for position in range(2 + random.randrange(2)):
        name = names.person(random, set())
        draft.add(
            "crm",
            "contacts",
            contact_id=str(int(account.account_id) * 10 + position),
            account_id=account.account_id,
            contact_name=name,
            email=f"{name.split()[0].lower()}.{position}@{account.domain}",
            phone=account.phone,
            created_at=at(account.since, 16),
        )
