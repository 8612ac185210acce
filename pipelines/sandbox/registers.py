"""Tax ids, telephone numbers and addresses: well formed, and nobody's."""

from random import Random

from stdnum.eu import vat
from stdnum.gb import vat as gb_vat
from stdnum.us import ein

CITIES = {
    "US": (
        ("Boston", "021"),
        ("Columbus", "432"),
        ("Denver", "802"),
        ("Albany", "122"),
    ),
    "GB": (("Leeds", "LS1"), ("Bristol", "BS2"), ("Hull", "HU3"), ("Derby", "DE4")),
    "DE": (("Kassel", "341"), ("Bremen", "281"), ("Mainz", "551")),
    "NL": (("Utrecht", "35"), ("Delft", "26")),
}
_STREETS = ("Mill", "Station", "Harbour", "Market", "Canal", "Orchard", "Foundry")
_DIAL = {
    "US": "+1 555 01",
    "GB": "+44 20 7946 0",
    "DE": "+49 30 23125",
    "NL": "+31 85 555",
}


def tax_id(random: Random, country: str) -> str:
    """Return a tax id whose check digits are right."""
    while True:
        digits = "".join(random.choice("0123456789") for _ in range(9))
        if country == "US":
            made = f"{digits[:2]}-{digits[2:]}"
            if ein.is_valid(made):
                return made
        elif country == "NL":
            made = f"NL{digits}B01"
            if vat.is_valid(made):
                return made
        else:
            made = f"{country}{digits}"
            if gb_vat.is_valid(digits) if country == "GB" else vat.is_valid(made):
                return made


def phone(random: Random, country: str) -> str:
    """Return a number from a range kept for fiction or of a made-up exchange."""
    return f"{_DIAL[country]}{random.randrange(100, 1000)}"


def address(random: Random, country: str) -> dict[str, str]:
    """Return street, postcode, city and country."""
    city, prefix = random.choice(CITIES[country])
    tail = {"US": "{:02}", "GB": " {}AB", "DE": "{:02}", "NL": "{:02} AB"}[country]
    return {
        "street": f"{random.randrange(1, 200)} {random.choice(_STREETS)} Street",
        "postcode": prefix + tail.format(random.randrange(1, 10)),
        "city": city,
        "country": country,
    }
