"""The invoices of the worked examples, a copy and a draft among them."""

from datetime import date
from decimal import Decimal

import duckdb

from tests.dashboards.differences import NAMES
from tests.dashboards.tables import KEY, MONEY, key, table


def write_invoices(opened: duckdb.DuckDBPyConnection, owner: dict[str, str]) -> None:
    """Write the invoices, a copy (I-11) and a draft (I-14) among them."""
    day = date(2026, 5, 10)
    table(
        opened,
        "marts.invoices",
        f"invoice_id varchar, invoice_number varchar, client_id varchar, {KEY}, "
        "kind varchar, status varchar, is_copy boolean, "
        "survivor_invoice_id varchar, invoice_date date, due_date date, "
        f"reported_accounting_amount {MONEY}, tax_amount {MONEY}, "
        f"billed_amount {MONEY}, currency_code varchar",
        [
            (
                *(record, f"{NAMES[client]} invoice", client, *key(record)),
                *("invoice", "draft" if key(record)[2] == "I-14" else "issued"),
                *(key(record)[2] == "I-11", "quickbooks:invoice:I-10", day, day),
                *(Decimal("1198.80"), Decimal("199.80"), Decimal("0.00"), "USD"),
            )
            for record, client in owner.items()
            if key(record)[1] == "invoice"
        ],
    )
