"""Invented clients in any number, each in three systems, as unlike as these write."""

from random import Random

from pipelines.sandbox import names, registers
from tests.dbt.small_firm import Row

KEYS = {
    "crm.accounts": ("account_id", "account_name"),
    "psa.clients": ("client_id", "client_name"),
    "accounting.customers": ("customer_id", "customer_name"),
}
"""The key and the name of a client in each table."""


def firm(n_records: int, seed: int = 7) -> dict[str, list[Row]]:
    """Invent clients in three systems each, as unlike as systems write them."""
    random = Random(seed)
    taken: set[str] = set()
    world: dict[str, list[Row]] = {table: [] for table in KEYS}
    for number in range(n_records // len(KEYS)):
        country = random.choice(tuple(names.LEGAL_FORMS))
        trade, form = random.choice(_TRADES), random.choice(names.LEGAL_FORMS[country])
        name = names.Name(_word(random, taken), trade, form)
        own = {"domain": f"{name.word}.example", "phone": f"+1 555 {number:07}"}
        place = registers.address(random, country)
        # The registers know few streets; in a large firm hardly two clients share one.
        place |= {"postcode": f"{number // 3:05}", "street": f"{number} Mill Street"}
        for table, (key, named) in KEYS.items():
            told = {
                column: said for column, said in own.items() if random.random() < 0.7
            }
            row = {key: str(number), named: names.vary(random, name), **place, **told}
            world[table].append(row)
    return world


def _word(random: Random, taken: set[str]) -> str:
    """Return an invented word that nothing else is called and little else is like."""
    while True:
        parts = (random.choice("bdfgklmnprst") + random.choice("aeiou") for _ in "abcd")
        made = "".join(parts) + random.choice("lmnrst")
        if made not in taken:
            taken.add(made)
            return made


_TRADES = (
    *("Alpine Energy", "Baltic Foods", "Central Freight", "Coastal Marine"),
    *("Inland Packaging", "Modern Rail", "Northern Textiles", "Urban Logistics"),
    *("Energy Foods", "Marine Rail", "Freight Energy", "Central Textiles"),
)
