"""QuickBooks Online, the accounting: what was billed, paid and recognised.

Loads into raw_quickbooks: customers, invoices, invoice_ids, payments, accounts,
exchange_rates, closed_periods, ledger_lines, profit_and_loss.
API: https://developer.intuit.com/app/developer/qbo/docs/api, minor version 75.

QuickBooks has no field for some facts; firms write them in square brackets at the end
of a note, a description or a memo, as ``[psa_project_id=P-7; service_code=AUD]``, named
like the common model's columns. That holds for a customer's other ids (Notes), a line's
PSA project, and, in the memo of a journal entry, `kind`, `basis` and
`source=<type>/<id>`. A draft is an invoice whose custom field Status says Draft.

What the API cannot tell: when each month was closed (only today's closing date and when
the settings last changed), the amounts of a voided invoice (0 from then on), and who
changed what. Deleted documents are found every night by a complete list of ids,
whose count must agree; unlike the change feed it knows no 30 days and no 1,000 objects.
The column `line_id` of the ledger report is not settled by public references; without
it, lines are numbered within their document.
"""

from collections.abc import Mapping

from pipelines.firm import Connection, Firm
from pipelines.sources import Source
from pipelines.sources.consent import Consent
from pipelines.sources.http import Client
from pipelines.sources.pace import Pace, unlimited
from pipelines.sources.quickbooks_books import Books, fault
from pipelines.sources.quickbooks_documents import payment
from pipelines.sources.quickbooks_ledger import ledger, profit_and_loss
from pipelines.sources.quickbooks_readers import (
    closed_periods,
    invoice_ids,
    invoices,
    report,
    whole_list,
)
from pipelines.sources.quickbooks_records import account, customer, rate
from pipelines.sources.quickbooks_sign_in import REAL_TOKENS, signed_in
from pipelines.sources.quickbooks_tables import TABLES

__all__ = ["BASE_ADDRESS", "CONSENT", "SECRETS", "TABLES", "client", "source"]

SECRETS = (
    "QUICKBOOKS_CLIENT_ID",
    "QUICKBOOKS_CLIENT_SECRET",
    "QUICKBOOKS_REFRESH_TOKEN",
    "QUICKBOOKS_REALM_ID",
)
BASE_ADDRESS = "https://quickbooks.api.intuit.com"
CONSENT = Consent(
    page="https://appcenter.intuit.com/connect/oauth2",
    tokens=REAL_TOKENS,
    token_path="/oauth2/v1/tokens/bearer",
    scope="com.intuit.quickbooks.accounting",
    prefix="QUICKBOOKS",
    also={"realmId": "QUICKBOOKS_REALM_ID"},
)
EVERYBODY = "Active in (true, false)"


def client(
    connection: Connection, firm: Firm, address: str, secrets: Mapping[str, str]
) -> Client:
    """Return a client that stays under 10 requests a second and 500 a minute.

    A throttled request is not told how long to wait: ten attempts with growing pauses
    outlast the minute that Intuit recommends.
    """
    tokens = REAL_TOKENS if address == BASE_ADDRESS else address
    return Client(
        connection.name,
        f"{address}/v3/company/{secrets['QUICKBOOKS_REALM_ID']}",
        signed_in(connection, firm, tokens, secrets),
        unlimited() if firm.is_invented else Pace(calls=8, seconds=1),
        error_in=fault,
        attempts=10,
    )


def source(connection: Connection, firm: Firm, client: Client) -> Source:
    """Return the readers of one company file."""
    books = Books(client)
    return {
        "customers": whole_list(books, "Customer", customer, EVERYBODY),
        "invoices": invoices(books),
        "invoice_ids": invoice_ids(books),
        "payments": whole_list(books, "Payment", payment),
        "accounts": whole_list(books, "Account", account, EVERYBODY),
        "exchange_rates": whole_list(books, "ExchangeRate", rate),
        "closed_periods": closed_periods(books),
        "ledger_lines": report(books, ledger),
        "profit_and_loss": report(books, profit_and_loss),
    }
