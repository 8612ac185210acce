"""The clients of the invented firm, and the records each system keeps of them."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from random import Random

from pipelines.sandbox import names, registers
from pipelines.sandbox.names import Name

N_SINGLE = 34
_COUNTRIES = ("US",) * 6 + ("GB", "GB", "DE", "NL")
_SISTERS = (
    # the country of each sister and what tells it apart
    (("GB", "UK"), ("DE", "Deutschland")),
    (("US", "East"), ("US", "West")),
    (("GB", "Depot 4"), ("GB", "Depot 7")),
    (("US", ""), ("NL", "")),
)
CURRENCIES = {"US": "USD", "GB": "GBP", "DE": "EUR", "NL": "EUR"}
TAX = {"US": "0", "GB": "0.20", "DE": "0.19", "NL": "0.21"}


@dataclass(frozen=True)
class Account:
    """One true client: its name, its place, and its record's id in each system."""

    key: str
    name: Name
    country: str
    domain: str
    tax_id: str
    phone: str
    since: date
    account_id: str
    client_id: str
    customer_id: str
    owner: str = ""
    parent: str | None = None
    address: dict[str, str] = field(default_factory=dict)

    @property
    def currency(self) -> str:
        """Return the currency that it is sold to and billed in."""
        return CURRENCIES[self.country]


def accounts(random: Random, taken: set[str]) -> list[Account]:
    """Return every true client but those of the worked examples."""
    found = [
        _account(random, number, name, country, names_domain(name))
        for number, (name, country) in enumerate(_named(random, taken), start=1)
    ]
    return _with_parents(found)


def names_domain(name: Name) -> str:
    """Return the domain that a company of that name has; sisters share it."""
    return f"{name.word.lower()}.example"


def _named(random: Random, taken: set[str]) -> Iterator[tuple[Name, str]]:
    for position in range(N_SINGLE):
        country = _COUNTRIES[position % len(_COUNTRIES)]
        yield names.company(random, country, taken), country
    for family in _SISTERS:
        first = names.company(random, family[0][0], taken)
        for country, place in family:
            form = names.LEGAL_FORMS[country][0]
            yield replace(first, place=place, form=form), country


def _account(
    random: Random, number: int, name: Name, country: str, domain: str
) -> Account:
    return Account(
        key=f"client:{number:02}",
        name=name,
        country=country,
        domain=domain,
        tax_id=registers.tax_id(random, country),
        phone=registers.phone(random, country),
        since=date(2023, 3, 1) + timedelta(days=random.randrange(300)),
        account_id=str(48213377001 + number * 7919),
        client_id=str(3100 + number * 3),
        customer_id=str(40 + number * 2),
        address=registers.address(random, country),
    )


def _with_parents(found: list[Account]) -> list[Account]:
    first_of: dict[str, str] = {}
    linked = []
    for account in found:
        parent = first_of.setdefault(account.name.word, account.account_id)
        is_child = parent != account.account_id
        linked.append(replace(account, parent=parent if is_child else None))
    return linked
