"""The firm's CRM records as Salesforce keeps them: objects, users, currencies."""

import zlib
from collections.abc import Iterator
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from pipelines.sandbox.kept import Row, World
from pipelines.sandbox.speaks.salesforce_fields import TABLES, kept

Told = dict[str, Any]
CORPORATE = "USD"
SCIENTIFIC = Decimal(10_000_000)
LICENSES = {
    "integration": ("Standard", "Salesforce Integration"),
    "formula": ("AutomatedProcess", None),
}
"""Means of an edit → type and licence of the user that the history names."""


def number(prefix: str, *parts: object) -> str:
    """Return an id that stays the same when other records come and go."""
    return f"{prefix}{zlib.crc32(repr(parts).encode()):015d}"


def double(value: Decimal) -> Decimal:
    """Return a number as Java writes one: 58000.0, and ten million as 1.0E7."""
    if abs(value) >= SCIENTIFIC:
        digits = value.normalize().as_tuple().digits
        power = value.adjusted()
        text = "".join(map(str, digits)).ljust(2, "0")
        sign = "-" if value < 0 else ""
        return Decimal(f"{sign}{text[0]}.{text[1:]}E+{power}")
    whole = value.normalize()
    return whole if whole != whole.to_integral() else whole.quantize(Decimal("0.1"))


def moment(value: datetime) -> str:
    """Return a UTC moment the way Salesforce writes it."""
    return f"{value:%Y-%m-%dT%H:%M:%S}.{value.microsecond // 1000:03d}+0000"


def said(value: Any) -> Any:
    """Return a value as JSON carries it."""
    if isinstance(value, Decimal):
        return double(value)
    if isinstance(value, datetime):
        return moment(value)
    return value.isoformat() if isinstance(value, date) else value


class Users:
    """Everybody who owns or edits records, and by which licence."""

    def __init__(self, world: World) -> None:
        owners = [*world.records("crm", "accounts"), *world.records("crm", "deals")]
        self.means = {row["owner_email"]: "person" for row in owners}
        self.means |= {
            row["changed_by"]: "person" for row in world.records("crm", "stage_history")
        }
        for row in world.records("crm", "field_changes"):
            self.means[row["changed_by"]] = row["change_source"]
        self.means.pop(None, None)

    def id(self, person: str | None) -> str | None:
        """Return the id of a user."""
        return number("005", person) if person else None

    def told(self) -> Iterator[Told]:
        """Yield every user."""
        for person, means in sorted(self.means.items()):
            kind, license_name = LICENSES.get(means, ("Standard", "Salesforce"))
            yield {
                "Id": self.id(person),
                "Name": person.partition("@")[0] if means == "person" else person,
                "Email": person,
                "IsActive": True,
                "UserType": kind,
                "Profile.UserLicense.Name": license_name,
            }


def records(world: World, users: Users, name: str) -> Iterator[Told]:
    """Yield the records of an object, deleted ones too."""
    table, _, _ = TABLES[name]
    entered = {
        row["deal_id"]: row["entered_at"]
        for row in world.records("crm", "stage_history")
    }
    for row in world.records("crm", table):
        told = {path: said(row[column]) for path, (column, _) in kept(name).items()}
        if "owner_email" in row:
            told["OwnerId"] = users.id(row["owner_email"])
        if name == "Account" and row["domain"]:
            told["Website"] = f"https://www.{row['domain']}/"
        if name == "Opportunity":
            chance = row["probability"]
            told["Probability"] = None if chance is None else double(chance * 100)
            last = row["closed_at"] or entered.get(row["deal_id"])
            told["LastStageChangeDate"] = last and moment(last)
        if name == "OpportunityLineItem":
            told |= {"Discount": None, "Description": None}
            if row["net_price"] is None:
                told["UnitPrice"] = said(row["list_price"])
        yield told


def currencies(world: World) -> Iterator[Told]:
    """Yield the corporate currency and each other one, at its newest rate."""
    made = "2024-01-01T09:00:00.000+0000"
    newest: dict[str, Row] = {
        row["from_currency"]: row
        for row in sorted(
            world.records("crm", "exchange_rates"), key=lambda row: row["rate_date"]
        )
        if row["to_currency"] == CORPORATE
    }
    rates = {CORPORATE: Decimal(1)} | {c: turned(row) for c, row in newest.items()}
    for code, rate in rates.items():
        yield {
            "Id": number("01L", code),
            "IsoCode": code,
            "ConversionRate": rate,
            "IsCorporate": code == CORPORATE,
            "CreatedDate": made,
        }


def dated_rates(world: World) -> Iterator[Told]:
    """Yield the rate of each day on which one changed."""
    for row in world.records("crm", "exchange_rates"):
        if row["to_currency"] == CORPORATE:
            yield {
                "Id": number("04w", row["from_currency"], row["rate_date"]),
                "IsoCode": row["from_currency"],
                "StartDate": row["rate_date"].isoformat(),
                "ConversionRate": turned(row),
            }


def turned(row: Row) -> Decimal:
    """Return what one unit of the corporate currency is worth, as a double holds it."""
    return (1 / Decimal(row["rate"])).quantize(Decimal("0.0000000000000001"))
