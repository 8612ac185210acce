"""The chart of accounts of the invented firm."""

from pipelines.sandbox.draft import Draft

BANK = "1000"
RECEIVABLE = "1100"
ACCRUED = "1200"
TAX = "2200"
DEFERRED = "2400"
SERVICES = "4000"
LICENCES = "4100"
BAD_DEBT = "6100"
EXCHANGE = "7000"
OTHER = "9000"

REVENUE_ACCOUNTS = (SERVICES, LICENCES)

_ACCOUNTS = (
    (BANK, "Bank", "other"),
    (RECEIVABLE, "Accounts receivable", "receivable"),
    (ACCRUED, "Accrued revenue", "accrued_revenue"),
    (TAX, "Sales tax payable", "tax"),
    (DEFERRED, "Deferred revenue", "deferred_revenue"),
    (SERVICES, "Services revenue", "revenue"),
    (LICENCES, "Licence revenue", "revenue"),
    (BAD_DEBT, "Bad debt", "bad_debt"),
    (EXCHANGE, "Exchange gains and losses", "other"),
    (OTHER, "Suspense", "other"),
)


def write_accounts(draft: Draft) -> None:
    """Write the accounts of the books."""
    for code, name, kind in _ACCOUNTS:
        draft.add(
            "accounting",
            "accounts",
            account_code=code,
            account_name=name,
            account_kind=kind,
        )
