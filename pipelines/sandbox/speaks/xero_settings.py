"""The invented firm's accounts and the tenant itself in Xero."""

from calendar import monthrange
from datetime import date, datetime
from typing import Any

from pipelines.sandbox.ids import uuid_of
from pipelines.sandbox.speaks.xero_words import TENANT, World, msdate, present

TYPES = {
    "revenue": ("REVENUE", "REVENUE", None),
    "deferred_revenue": ("CURRLIAB", "LIABILITY", None),
    "accrued_revenue": ("CURRENT", "ASSET", None),
    "receivable": ("CURRENT", "ASSET", "DEBTORS"),
    "tax": ("CURRLIAB", "LIABILITY", "GST"),
    "bad_debt": ("EXPENSE", "EXPENSE", None),
}
NAMED = {
    "bank": ("BANK", "ASSET", None),
    "exchange": ("EXPENSE", "EXPENSE", "REALISEDCURRENCYGAIN"),
}
OTHER = ("CURRLIAB", "LIABILITY", None)


def accounts(world: World) -> list[dict[str, Any]]:
    """Return the chart of accounts."""
    return [
        present(
            AccountID=uuid_of(row["account_code"]),
            Code=row["account_code"],
            Name=row["account_name"],
            Type=_type(row)[0],
            Class=_type(row)[1],
            SystemAccount=_type(row)[2],
            Status="ACTIVE",
            UpdatedDateUTC=msdate(datetime(2020, 1, 1)),
        )
        for row in world.records("accounting", "accounts")
    ]


def _type(row: Any) -> tuple[str, str, str | None]:
    if row["account_kind"] in TYPES:
        return TYPES[row["account_kind"]]
    words = row["account_name"].lower()
    return next((kind for word, kind in NAMED.items() if word in words), OTHER)


def organisation(world: World) -> dict[str, Any]:
    """Return the tenant itself; its period lock is the end of the last closed month."""
    periods = [row["period"] for row in world.records("accounting", "closed_periods")]
    lock = {"PeriodLockDate": msdate(_last_day(max(periods)))} if periods else {}
    return {
        "OrganisationID": TENANT,
        "Name": "Meridian Advisory",
        "LegalName": "Meridian Advisory LLC",
        "BaseCurrency": "USD",
        "CountryCode": "US",
        "IsDemoCompany": False,
        "OrganisationStatus": "ACTIVE",
        "FinancialYearEndDay": 31,
        "FinancialYearEndMonth": 12,
        "CreatedDateUTC": msdate(datetime(2020, 1, 1)),
        **lock,
    }


def _last_day(period: str) -> date:
    year, month = (int(part) for part in period.split("-"))
    return date(year, month, monthrange(year, month)[1])
