"""Closed months, and finance's own profit and loss as the ledger has it."""

from collections import defaultdict
from datetime import date
from decimal import Decimal

from pipelines.sandbox.chart import BAD_DEBT, EXCHANGE, REVENUE_ACCOUNTS
from pipelines.sandbox.dates import FIRST_MONTH, at, month_after, months, working_day
from pipelines.sandbox.draft import Draft


def write_closed_periods(draft: Draft, day: date) -> None:
    """Close each month on the eighth working day after it."""
    for month in months(FIRST_MONTH, day):
        closed_on = working_day(month_after(month), 8)
        if closed_on <= day:
            draft.add(
                "accounting",
                "closed_periods",
                period=f"{month:%Y-%m}",
                closed_at=at(closed_on, 18),
            )


def write_profit_and_loss(draft: Draft) -> None:
    """Write what finance reports: income and expense of the ledger by month."""
    totals: dict[tuple[str, str], Decimal] = defaultdict(Decimal)
    for line in draft.rows("accounting", "journal_lines"):
        if line["account_code"] in (*REVENUE_ACCOUNTS, BAD_DEBT, EXCHANGE):
            period = f"{line['posting_date']:%Y-%m}"
            totals[(period, line["account_code"])] += line["net_credit_amount"]
    for (period, account), total in sorted(totals.items()):
        draft.add(
            "accounting",
            "profit_and_loss",
            period=period,
            account_code=account,
            net_credit_amount=total,
        )
