"""The raw tables of QuickBooks: what is kept of each record, under Intuit's names."""

from pipelines.sources import RawTable, columns

CUSTOMERS = RawTable(
    "customers",
    columns(
        "id display_name company_name primary_tax_identifier web_addr "
        "primary_email_addr primary_phone line1 postal_code city country parent_id "
        "currency notes active:boolean is_project:boolean create_time:timestamp "
        "last_updated_time:timestamp"
    ),
    key=("id",),
)
"""Customers and, with `is_project`, the sub-customers that are projects."""

INVOICES = RawTable(
    "invoices",
    columns(
        "id txn_type doc_number customer_id txn_date:date due_date:date currency "
        "exchange_rate:decimal global_tax_calculation total_amt:decimal "
        "balance:decimal status private_note customer_memo linked_invoice_id "
        "create_time:timestamp last_updated_time:timestamp lines"
    ),
    key=("id",),
    cursor="last_updated_time",
)
"""Invoices and credit memos; `lines` is a JSON array of texts, amounts as told."""

INVOICE_IDS = RawTable("invoice_ids", columns("id"), ("id",), is_complete_list=True)
"""The invoices and credit memos that exist: the others were deleted."""

PAYMENTS = RawTable(
    "payments",
    columns(
        "id txn_date:date total_amt:decimal customer_id currency "
        "exchange_rate:decimal payment_method private_note create_time:timestamp "
        "last_updated_time:timestamp allocations"
    ),
    key=("id",),
    is_complete_list=True,
)
"""Payments; `allocations` is a JSON array of amounts and the documents they settle."""

ACCOUNTS = RawTable(
    "accounts",
    columns("id name acct_num account_type account_sub_type active:boolean"),
    key=("id",),
    is_complete_list=True,
)
EXCHANGE_RATES = RawTable(
    "exchange_rates",
    columns("source_currency_code target_currency_code as_of_date:date rate:decimal"),
    key=("source_currency_code", "target_currency_code", "as_of_date"),
)
CLOSED_PERIODS = RawTable(
    "closed_periods",
    columns("period book_close_date:date last_updated_time:timestamp"),
    key=("period", "book_close_date"),
)
"""One row per month that a closing date covers, and when that date was set."""

LEDGER = RawTable(
    "ledger_lines",
    columns(
        "txn_type txn_id line_id account_id tx_date:date debit:decimal "
        "credit:decimal name_id memo create_date:timestamp"
    ),
    key=("txn_type", "txn_id", "line_id"),
    is_complete_list=True,
)
PROFIT_AND_LOSS = RawTable(
    "profit_and_loss",
    columns("period account_id section amount:decimal"),
    key=("period", "account_id"),
    is_complete_list=True,
)

TABLES = (
    CUSTOMERS,
    INVOICES,
    INVOICE_IDS,
    PAYMENTS,
    ACCOUNTS,
    EXCHANGE_RATES,
    CLOSED_PERIODS,
    LEDGER,
    PROFIT_AND_LOSS,
)
