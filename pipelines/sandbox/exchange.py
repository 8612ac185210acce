"""Exchange rates: one a month, as the books and as the CRM keep them."""

from datetime import date
from decimal import Decimal

from pipelines.sandbox.dates import FIRST_MONTH, month_after, month_of
from pipelines.sandbox.draft import Draft

BOOKS = "USD"

_EUR = (
    "1.07 1.08 1.09 1.10 1.10 1.08 1.05 1.04 1.04 1.05 1.08 1.12 "
    "1.13 1.15 1.16 1.17 1.16 1.15 1.10 1.09 1.08 1.06 1.07 1.08 1.08"
)
_GBP = (
    "1.27 1.28 1.29 1.31 1.31 1.29 1.27 1.25 1.24 1.26 1.29 1.32 "
    "1.34 1.35 1.34 1.35 1.34 1.32 1.31 1.32 1.33 1.32 1.33 1.34 1.34"
)
_RATES = {
    currency: [Decimal(rate) for rate in rates.split()]
    for currency, rates in {"EUR": _EUR, "GBP": _GBP}.items()
}
_CRM_OWN = {
    ("EUR", date(2024, 10, 1)): Decimal("1.12"),
    ("EUR", date(2025, 7, 1)): Decimal("1.14"),
    ("GBP", date(2025, 3, 1)): Decimal("1.27"),
}
"""Months in which the CRM was given another rate than the books."""


def rate(currency: str, day: date) -> Decimal:
    """Return dollars per unit of the currency, as the books have it in that month."""
    if currency == BOOKS:
        return Decimal(1)
    month = month_of(day)
    position = (month.year - FIRST_MONTH.year) * 12 + month.month - FIRST_MONTH.month
    known = _RATES[currency]
    return known[max(0, min(position, len(known) - 1))]


def write_rates(draft: Draft, last: date) -> None:
    """Write both rate tables up to the month of `last`."""
    for currency in sorted(_RATES):
        month = month_after(FIRST_MONTH, -2)
        while month <= last:
            named = {
                "from_currency": currency,
                "to_currency": BOOKS,
                "rate_date": month,
            }
            books = rate(currency, month)
            crm = _CRM_OWN.get((currency, month), books)
            draft.add("accounting", "exchange_rates", **named, rate=books)
            draft.add("crm", "exchange_rates", **named, rate=crm)
            month = month_after(month)
