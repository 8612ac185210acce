"""How amounts, dates, systems and states are written: one spelling everywhere."""

import re
from datetime import date, datetime
from decimal import ROUND_HALF_UP, Decimal

CENT, UNIT = Decimal("0.01"), Decimal("1")
STATUS = {
    "L": "Explained",
    "T": "Waiting",
    "F": "Fix needed",
    "U": "No reason on file",
}
"""What a reader is told about a step of each class."""
SYSTEMS = {
    "hubspot": "HubSpot",
    "salesforce": "Salesforce",
    "birdview": "Birdview",
    "kantata": "Kantata",
    "harvest": "Harvest",
    "quickbooks": "QuickBooks",
    "xero": "Xero",
    "bamboohr": "BambooHR",
    "personio": "Personio",
    "imports": "Imported files",
    "google_sheets": "Google Sheets",
}
ROLES = {
    "crm": "CRM",
    "psa": "PSA",
    "accounting": "accounting",
    "hr": "HR",
    "none": "no system",
}


def cents(amount: Decimal) -> str:
    """Write an amount for a table: 36,480.00."""
    return f"{Decimal(amount).quantize(CENT, ROUND_HALF_UP):,}"


def signed(amount: Decimal) -> str:
    """Write a step for a table: +3,600.00, -19,200.00, 0.00."""
    return ("+" if amount > 0 else "") + cents(amount)


def whole(amount: Decimal) -> str:
    """Write an amount for a sentence, without its sign: 58,000, and 0.40 as it is."""
    size = abs(Decimal(amount))
    if size.quantize(UNIT, ROUND_HALF_UP) == 0 and size:
        return cents(size)
    return f"{size.quantize(UNIT, ROUND_HALF_UP):,}"


def coded(amount: Decimal, currency: str) -> str:
    """Write an amount for its first mention in a sentence: USD 58,000."""
    return f"{currency} {whole(amount)}"


def more_or_less(amount: Decimal, currency: str) -> str:
    """Say in words which way an amount goes: USD 3,600.00 more, USD 900.00 less."""
    if not amount:
        return "nothing"
    return f"{currency} {cents(abs(amount))} {'more' if amount > 0 else 'less'}"


def day(value: date, this_year: int | None = None) -> str:
    """Write a day: 31 May, with its year when that is not the firm's year."""
    year = "" if value.year == this_year else f" {value.year}"
    return f"{value.day} {value:%B}{year}"


def moment(value: datetime) -> str:
    """Write a local moment: Tue 19 May, 22:14."""
    return f"{value:%a} {value.day} {value:%b}, {value:%H:%M}"


def period(value: str) -> str:
    """Write a period: To date, May 2026, No date."""
    if re.fullmatch(r"\d{4}-\d{2}", value):
        return f"{date(int(value[:4]), int(value[5:]), 1):%B %Y}"
    return value.replace("_", " ").capitalize()


def when(value: str) -> str:
    """Put a period into a sentence: to date, in May 2026, without a date."""
    if re.fullmatch(r"\d{4}-\d{2}", value):
        return f"in {period(value)}"
    return {"to_date": "to date", "no_date": "without a date"}.get(value, value)


def age(hours: float) -> str:
    """Write an age: less than an hour, 1 hour, 26 hours, 4 days."""
    if hours < 1:
        return "less than an hour"
    if hours < 72:
        return count(int(hours), "hour")
    return count(int(hours // 24), "day")


def count(number: int, noun: str, nouns: str | None = None) -> str:
    """Write a number with its noun: 1 record, 2 records, no records."""
    if number == 0:
        return f"no {nouns or noun + 's'}"
    return f"{number:,} {noun if number == 1 else nouns or noun + 's'}"


def system(name: str) -> str:
    """Write a connection's name as people do: quickbooks_uk is QuickBooks UK."""
    for key, spelled in SYSTEMS.items():
        if name == key or name.startswith(f"{key}_"):
            return (spelled + name[len(key) :].replace("_", " ").upper()).strip()
    return name.replace("_", " ").title()


def role(name: str) -> str:
    """Write a role of a system: crm is CRM, accounting stays accounting."""
    return ROLES.get(name, name.replace("_", " "))


def owner(name: str | None) -> str:
    """Write who acts: sales, delivery, finance, people, or nobody."""
    return "nobody" if name in (None, "", "none") else str(name)


def kind(source_record_type: str) -> str:
    """Write a kind of record: deal_line is deal line."""
    return source_record_type.replace("_", " ")


def listed(parts: list[str]) -> str:
    """Join words as a sentence does: a, b and c."""
    return " and ".join(filter(None, [", ".join(parts[:-1]), *parts[-1:]]))


def capital(text: str) -> str:
    """Start a sentence with a capital letter and leave the rest as it is."""
    return text[:1].upper() + text[1:]


def small(text: str) -> str:
    """Put words into the middle of a sentence; CRM and PSA keep their capitals."""
    return text if text[1:2].isupper() else text[:1].lower() + text[1:]


def plain(text: str) -> str:
    """Return text that Markdown shows as it is: no formula, link, colour or list."""
    return re.sub(r"([\\`*_\[\]$~<>#|^{}]|:(?=\w))", r"\\\1", text)
