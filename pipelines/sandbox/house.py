"""The whole invented firm: clients, people, work, money, in the order they arise."""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from random import Random

from pipelines.sandbox import portfolio, staff
from pipelines.sandbox.collecting import collect
from pipelines.sandbox.dates import FIRST_MONTH, at
from pipelines.sandbox.delivering import Project, set_up
from pipelines.sandbox.draft import Draft
from pipelines.sandbox.employing import allocate, employ
from pipelines.sandbox.expenses import pass_on
from pipelines.sandbox.holidays import absences, holidays, write_holidays, write_leave
from pipelines.sandbox.hours import INTERNAL, entries, write_time
from pipelines.sandbox.jobs import Job
from pipelines.sandbox.keeping import keep_all
from pipelines.sandbox.licences import licences
from pipelines.sandbox.mistakes import Mistakes
from pipelines.sandbox.planted.joining import plant_in_joining
from pipelines.sandbox.planted.staffing import plant_in_staffing
from pipelines.sandbox.pricing import prices
from pipelines.sandbox.runs import bills
from pipelines.sandbox.signing import sign
from pipelines.sandbox.truths import Truths
from pipelines.sandbox.unsold import write_unsold
from pipelines.sandbox.winning import jobs

TAXES = {country: Decimal(share) for country, share in portfolio.TAX.items()}


def write_house(draft: Draft, seed: int, truths: Truths) -> None:
    """Write every record of the firm outside the worked examples."""
    dice = {topic: Random(f"{seed}/{topic}") for topic in _TOPICS}
    taken: set[str] = set()
    accounts = portfolio.accounts(dice["clients"], taken)
    people = staff.people(dice["people"], taken)
    sellers = staff.of_role(people, "seller")
    accounts = [
        replace(account, owner=sellers[number % len(sellers)].email)
        for number, account in enumerate(accounts)
    ]
    work = jobs(dice["jobs"], accounts, people)
    _identify(work, truths)
    mistakes = Mistakes(draft, accounts, work, truths)
    keep_all(draft, dice["records"], accounts, truths)
    employ(draft, dice["staff"], people, truths)
    allocate(draft, dice["staff"], work)
    off, leave = absences(dice["leave"], people, holidays())
    write_holidays(draft)
    write_leave(draft, people, leave)
    logged = entries(dice["time"], work, people, off)
    mistakes.in_time(logged)
    priced = prices(dice["prices"], work, logged)
    _write_internal(draft)
    sign(draft, dice["deals"], work, priced)
    write_unsold(draft, dice["unsold"], accounts, sellers)
    write_time(draft, logged)
    mistakes.in_plans(priced)
    sent = bills(draft, work, priced, logged, TAXES)
    sent += licences(draft, work, TAXES)
    sent += pass_on(draft, dice["money"], work, TAXES)
    sent = mistakes.on_documents(sent, TAXES)
    collect(draft, dice["money"], sent)
    mistakes.in_books(sent)
    plant_in_joining(draft, people, truths)
    plant_in_staffing(draft, people, truths)


_TOPICS = [
    "clients",
    "people",
    "jobs",
    "records",
    "staff",
    "leave",
    "time",
    "prices",
    "deals",
    "unsold",
    "money",
]


def _identify(work: Sequence[Job], truths: Truths) -> None:
    for job in work:
        key = f"project:{job.number:03}"
        truths.is_("psa", "project", job.project_id, key)
        truths.is_("accounting", "project", job.booked_id, key)
    truths.is_("psa", "project", INTERNAL, "project:internal")
    truths.is_("psa", "client", "3001", "client:meridian")


def _write_internal(draft: Draft) -> None:
    created = at(FIRST_MONTH).date()
    draft.add(
        "psa",
        "clients",
        client_id="3001",
        client_name="Meridian",
        created_at=at(created),
    )
    set_up(
        draft,
        Project(
            INTERNAL,
            "3001",
            "Internal time",
            "internal",
            created,
            created,
            created.replace(year=2027),
            Decimal(0),
            status="active",
        ),
    )
