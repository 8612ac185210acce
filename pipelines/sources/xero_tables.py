"""The raw tables of Xero: what is kept of each record, under Xero's names."""

from pipelines.sources import RawTable, columns

CONTACTS = RawTable(
    "contacts",
    columns(
        "contact_id name company_number tax_number email_address phone address_line1 "
        "postal_code city country website default_currency contact_status "
        "merged_to_contact_id contact_groups crm_account_id psa_client_id "
        "base_currency updated_date_utc:timestamp"
    ),
    key=("contact_id",),
    cursor="updated_date_utc",
)
PROJECTS = RawTable("projects", columns("id name status contact_id"), key=("id",))
"""Options of the tracking category of projects, with the customer of the project of
the same name in Xero Projects."""

INVOICES = RawTable(
    "invoices",
    columns(
        "id type number contact_id date:date due_date:date currency_code base_currency "
        "exchange_rate:decimal line_amount_types status reference total:decimal "
        "amount_paid:decimal credited_invoice_id updated_date_utc:timestamp lines"
    ),
    key=("id",),
    cursor="updated_date_utc",
)
"""Invoices and credit notes; `lines` is a JSON array of texts, amounts as told.
`exchange_rate` is in units of the books' currency, the inverse of CurrencyRate."""

PAYMENTS = RawTable(
    "payments",
    columns(
        "id batch_payment_id type date:date contact_id currency_code base_currency "
        "exchange_rate:decimal reference status updated_date_utc:timestamp allocations"
    ),
    key=("id",),
    cursor="updated_date_utc",
)
"""Payments, overpayments and prepayments; `allocations` is a JSON array of amounts and
the documents they settle."""

ACCOUNTS = RawTable(
    "accounts",
    columns("account_id code name type class system_account status"),
    key=("account_id",),
    is_complete_list=True,
)
JOURNAL_LINES = RawTable(
    "journal_lines",
    columns(
        "journal_line_id journal_id journal_number:integer journal_date:date source_id "
        "source_type account_code net_amount:decimal description project_id "
        "created_date_utc:timestamp"
    ),
    key=("journal_line_id",),
    cursor="created_date_utc",
)
"""Journals are never changed: an edit posts a reversal and a new one."""

CLOSED_PERIODS = RawTable(
    "closed_periods",
    columns("period lock_date:date"),
    key=("period",),
    is_complete_list=True,
)
PROFIT_AND_LOSS = RawTable(
    "profit_and_loss",
    columns("period account_code class amount:decimal"),
    key=("period", "account_code"),
    is_complete_list=True,
)
HISTORY = RawTable(
    "history",
    columns(
        "record_type record_id entry:integer part:integer date_utc:timestamp "
        "changes details user field old_value new_value"
    ),
    key=("record_id", "entry", "part"),
)
"""One row for each field that an entry of a history names; `entry` counts from the
oldest entry."""

TABLES = (
    CONTACTS,
    PROJECTS,
    INVOICES,
    PAYMENTS,
    ACCOUNTS,
    JOURNAL_LINES,
    CLOSED_PERIODS,
    PROFIT_AND_LOSS,
    HISTORY,
)
