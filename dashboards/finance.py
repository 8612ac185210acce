"""A figure of finance beside ours: what it equals, and what could be the rest."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

from dashboards import words
from dashboards.anchors import ANCHORS
from dashboards.filters import Filters
from dashboards.warehouse import Row, read

TOTALS = """
select
    case
        when is_copy then 'Copies of invoices'
        when status = 'draft' then 'Drafts'
        when status = 'void' then 'Void invoices'
        when kind = 'credit_note' then 'Credit notes'
        else 'Invoices'
    end as what,
    count(*) as n_records,
    sum(reported_accounting_amount) as reported_accounting_amount,
    sum(billed_amount) as billed_amount,
    currency_code
from marts.invoices
inner join marts.calendar
    on invoices.invoice_date = calendar.calendar_date
where ? in ('', client_id)
    and ? in ('to_date', calendar.fiscal_month)
group by all
order by currency_code, abs(sum(reported_accounting_amount)) desc, what
"""
CANDIDATES = """
select
    invoice_id,
    invoice_number,
    source_record_id,
    strftime(invoice_date, '%Y-%m') as month,
    status,
    reported_accounting_amount,
    reported_accounting_amount - tax_amount as net_accounting_amount
from marts.invoices
where ? in ('', client_id)
    and ? in (
        abs(reported_accounting_amount),
        abs(reported_accounting_amount - tax_amount),
        abs(tax_amount)
    )
order by invoice_date desc, invoice_id
limit 25
"""
COMPARED = ("accounting_reported", "billed", "recognised", "paid")
"""The numbers that a figure of finance's may be."""


@dataclass(frozen=True)
class Compared:
    """What a typed figure turned out to be, and how far it is from the export."""

    sentence: str
    rest: Decimal


def compared(
    figure: Decimal, amounts: Mapping[str, Decimal], currency: str
) -> Compared:
    """Say which of our numbers a figure is, or how far it is from the export's."""
    for anchor in COMPARED:
        if amounts.get(anchor) == figure:
            label = words.small(ANCHORS[anchor].label)
            return Compared(
                f"{currency} {words.cents(figure)} is what we call “{label}”. "
                "Nothing is left over.",
                Decimal(0),
            )
    rest = figure - amounts.get("accounting_reported", Decimal(0))
    way = "more" if rest > 0 else "less"
    return Compared(
        f"That is {currency} {words.cents(abs(rest))} {way} than accounting's export "
        "as we loaded it.",
        rest,
    )


def figure(typed: str) -> Decimal | None:
    """Read an amount as people write it: 34,198.80 or 34 198.80; None when none."""
    try:
        amount = Decimal(typed.replace(",", "").replace(" ", ""))
        return amount.quantize(Decimal("0.01")) if amount.is_finite() else None
    except InvalidOperation:
        return None


def totals(shown: Filters) -> list[Row]:
    """Return the control totals: how many documents of each kind, and their sums."""
    return read(TOTALS, shown.client, shown.period)


def candidates(shown: Filters, rest: Decimal) -> list[Row]:
    """Return invoices whose gross, net or tax is exactly the rest; any month counts."""
    return read(CANDIDATES, shown.client, abs(rest))
