"""The lines of a deal that one job makes: hours by role, periods, or one price."""

from decimal import Decimal

from pipelines.sandbox.pricing import Price
from pipelines.sandbox.selling import Item


def items_of(price: Price, dearer: Decimal, is_split: bool) -> list[Item]:
    """Return what was sold, at list prices that are `dearer` times the net ones."""
    job = price.job
    project_id = job.project_id if is_split or job.number % 2 else None
    one = Decimal(1)
    if job.kind == "time_and_materials":
        return [
            Item(
                f"{job.subject}, {role}",
                sum(hours.values(), Decimal(0))
                - (20 if role == price.added_role else 0),
                job.rates[role] * dearer,
                job.rates[role],
                project_id,
            )
            for role, hours in price.hours.items()
        ]
    if job.kind == "retainer":
        fee = next(iter(price.fees.values()))
        n = Decimal(len(price.fees))
        return [Item(job.subject, n, fee * dearer, fee, project_id)]
    return [Item(job.subject, one, price.sold * dearer, price.sold, project_id)]
