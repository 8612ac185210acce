"""The work the firm won: which client, what kind, when, and who does it."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import date, timedelta
from decimal import Decimal
from random import Random

from pipelines.sandbox.dates import month_after, month_end, month_of, working_day
from pipelines.sandbox.jobs import Job
from pipelines.sandbox.portfolio import Account
from pipelines.sandbox.staff import Person, of_role

N_WON = 88
_KINDS = (
    *("time_and_materials",) * 11,
    *("fixed_fee",) * 7,
    *("retainer",) * 3,
)
_SUBJECTS = (
    "Data platform",
    "Reporting renewal",
    "Billing migration",
    "Warehouse move",
    "Planning model",
    "Service desk",
    "Customer portal",
    "Forecast review",
    "Cloud landing zone",
    "Process redesign",
    "Field app",
    "Master data clean-up",
)
_RATES = {"analyst": 110, "consultant": 145, "senior": 180, "principal": 250}
_DEARNESS = {
    "USD": Decimal(1),
    "EUR": Decimal("0.9"),
    "GBP": Decimal("0.8"),
}
_TEAMS = (
    ("analyst", "consultant"),
    ("analyst", "senior"),
    ("consultant", "senior"),
    ("analyst", "consultant", "principal"),
)


def jobs(
    random: Random, accounts: Sequence[Account], people: Sequence[Person]
) -> list[Job]:
    """Return every job in the order of its deal; each has a team from its first day."""
    found: list[Job] = []
    subjects: dict[str, list[str]] = defaultdict(list)
    deck = [_KINDS[position % len(_KINDS)] for position in range(N_WON)]
    random.shuffle(deck)
    for deal, kind in enumerate(deck, start=1):
        account = accounts[deal % len(accounts)]
        start, end = _term(random, deal, kind)
        close = working_day(start - timedelta(days=random.randrange(18, 36)))
        is_split = deal % 8 == 0 and kind != "retainer"
        for _ in range(2 if is_split else 1):
            left = [s for s in _SUBJECTS if s not in subjects[account.name.word]]
            subject = random.choice(left)
            subjects[account.name.word].append(subject)
            found.append(
                Job(
                    number=len(found) + 1,
                    deal=deal,
                    account=account,
                    kind=kind,
                    subject=subject,
                    start=start,
                    end=end,
                    close=close,
                    billing_cycle="quarterly" if deal % 17 == 0 else "monthly",
                    is_in_advance=kind != "time_and_materials" and deal % 3 == 0,
                    rates={
                        role: (rate * _DEARNESS[account.currency] / 5).quantize(
                            Decimal(1)
                        )
                        * 5
                        for role, rate in _RATES.items()
                    },
                )
            )
    _give_teams(random, found, list(people))
    return found


def _term(random: Random, deal: int, kind: str) -> tuple[date, date]:
    is_early = deal % 9 < 6
    first = month_after(date(2024, 6, 1), random.randrange(0, 4))
    if not is_early:
        first = month_after(date(2024, 10, 1), random.randrange(0, 20))
    if kind == "retainer":
        n = random.choice((16, 20) if is_early else (8, 10, 16))
        return first, month_end(month_after(first, n - 1))
    n = random.randrange(17, 31) if is_early else random.randrange(9, 19)
    start = working_day(first + timedelta(days=random.randrange(0, 20)))
    last = month_after(month_of(start), n)
    return start, working_day(last + timedelta(days=random.randrange(0, 20)))


def _give_teams(random: Random, found: list[Job], people: list[Person]) -> None:
    busy: dict[str, list[Job]] = defaultdict(list)
    managers, sellers = of_role(people, "manager"), of_role(people, "seller")
    for job in found:
        job.manager = managers[job.deal % len(managers)].email
        job.seller = sellers[job.deal % len(sellers)].email
        for role in random.choice(_TEAMS):
            free = [
                person
                for person in of_role(people, role)
                if person.joined <= job.start and person.left is None
            ]
            chosen = min(free, key=lambda p: (_load(busy[p.key], job), p.key))
            busy[chosen.key].append(job)
            job.team.append((chosen, role))


def _load(theirs: list[Job], job: Job) -> int:
    return sum(
        max(0, (min(job.end, other.end) - max(job.start, other.start)).days)
        for other in theirs
    )
