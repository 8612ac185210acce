"""One clean contract: sold, planned, worked, billed, posted, collected without a fault.

Every number is whole: 4,000.00 a month from January to August, 32,000.00 in all. As
of 31 May five months are worked, four are billed and posted, three are paid.
"""

from datetime import date, datetime, timedelta
from decimal import Decimal
from hashlib import sha256

from tests.dbt.revenue.contract import RATE, Contract

MONTHS = tuple(date(2026, month, 1) for month in range(1, 9))
WORKED, BILLED, PAID = 5, 4, 3
FEE = Decimal(4000)
PRICE = len(MONTHS) * FEE
SYLLABLES = "badofigukelamonupirosatevuwixozy"


def clean(
    key: str,
    billing_type: str = "time_and_materials",
    currency: str | None = None,
    company: str = "us",
) -> Contract:
    """Return a contract of which every difference is a matter of time."""
    contract = Contract(key, billing_type, currency, company)
    _client(contract)
    _deal_and_project(contract)
    for number, month in enumerate(MONTHS):
        next_month = (month + timedelta(31)).replace(day=1)
        _plan(contract, number, month)
        if number < WORKED:
            _work(contract, number, month, next_month - timedelta(1))
        if number < BILLED:
            contract.bill(number, FEE, next_month + timedelta(1))
            for entry in contract.entries(number):
                contract.cover(number, entry)
        if number < PAID:
            contract.pay(number, FEE, next_month + timedelta(20))
    return contract


def name_of(key: str) -> str:
    """Return two words that no other client shares."""
    digest = sha256(key.encode()).digest()
    words = ("".join(_syllable(b) for b in digest[n : n + 4]) for n in (0, 4))
    return " ".join(words).title()


def _syllable(byte: int) -> str:
    at = 2 * (byte % 16)
    return SYLLABLES[at : at + 2]


def _client(contract: Contract) -> None:
    name, born = name_of(contract.key), datetime(2025, 1, 2)
    account = contract.id("a")
    contract.add("crm.accounts", account_id=account, account_name=name, created_at=born)
    known = {"crm_account_id": account, "created_at": born}
    contract.add("psa.clients", client_id=contract.id("c"), client_name=name, **known)
    contract.add(
        "accounting.customers",
        customer_id=contract.id("u"),
        customer_name=name,
        **known,
    )


def _deal_and_project(contract: Contract) -> None:
    contract.add(
        "crm.deals",
        deal_id=contract.id("d"),
        account_id=contract.id("a"),
        deal_name=f"Work {contract.key}",
        stage="closedwon",
        is_won=True,
        net_amount=PRICE,
        currency_code=contract.currency,
        close_date=date(2026, 1, 2),
        handed_over_at=datetime(2026, 1, 5, 12),
        service_start_date=MONTHS[0],
        service_end_date=date(2026, 8, 31),
        billing_type=contract.billing_type,
        created_at=datetime(2025, 12, 1),
    )
    contract.add(
        "psa.projects",
        project_id=contract.id("p"),
        client_id=contract.id("c"),
        project_name=f"Work {contract.key}",
        billing_type=contract.billing_type,
        crm_deal_id=contract.id("d"),
        status="active",
        start_date=MONTHS[0],
        end_date=date(2026, 8, 31),
        baseline_amount=PRICE,
        current_amount=PRICE,
        currency_code=contract.currency,
        created_at=datetime(2026, 1, 5, 12),
    )


def _plan(contract: Contract, number: int, month: date) -> None:
    by_time = {"role": "senior", "planned_hours": FEE / RATE, "bill_rate": RATE}
    contract.add(
        "psa.planned_work",
        planned_work_id=contract.id("w", number),
        project_id=contract.id("p"),
        month=month,
        planned_amount=FEE,
        **(by_time if contract.is_by_time else {}),
    )


def _work(contract: Contract, number: int, month: date, last_day: date) -> None:
    if contract.billing_type == "fixed_fee":
        contract.add(
            "psa.progress",
            project_id=contract.id("p"),
            progress_date=last_day,
            percent_complete=Decimal(100) * (number + 1) / len(MONTHS),
        )
    for week in range(5 if contract.is_by_time else 0):
        contract.log(f"{number}{week}", month + timedelta(5 * week))
