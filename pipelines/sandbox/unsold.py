"""Deals that were lost or are still open."""

from collections.abc import Sequence
from datetime import timedelta
from decimal import Decimal
from random import Random

from pipelines.sandbox.dates import AS_OF, working_day
from pipelines.sandbox.draft import Draft
from pipelines.sandbox.portfolio import Account
from pipelines.sandbox.selling import STAGES, Deal, Item, sell
from pipelines.sandbox.staff import Person

N_LOST, N_OPEN = 14, 15


def write_unsold(
    draft: Draft, random: Random, accounts: Sequence[Account], sellers: Sequence[Person]
) -> None:
    """Write lost deals of the past and open deals of the coming months."""
    for number in range(N_LOST + N_OPEN):
        is_lost = number < N_LOST
        account = accounts[(number * 5 + 2) % len(accounts)]
        days = -random.randrange(20, 600) if is_lost else random.randrange(5, 120)
        price = Decimal(random.randrange(12, 160) * 500)
        close = working_day(AS_OF + timedelta(days=days))
        sell(
            draft,
            Deal(
                str(19340551200 + (900 + number) * 6131),
                account.account_id,
                f"{account.name.word} {'extension' if number % 2 else 'assessment'}",
                close,
                [Item("Services", Decimal(1), price, price)],
                currency=account.currency,
                outcome="lost" if is_lost else STAGES[number % len(STAGES)][0],
                start=close + timedelta(days=30),
                end=close + timedelta(days=210),
                owner=sellers[number % len(sellers)].email,
                is_handed_over=False,
            ),
        )
