"""Xero, the accounting: what was billed, paid and recognised.

Loads into raw_xero: contacts, projects, invoices, payments, accounts, journal_lines,
closed_periods, profit_and_loss, history.
API: https://developer.xero.com/documentation/api/accounting, api.xro 2.0; Projects 2.0.

Projects are the options of one tracking category (called Project, or what
`[fields.xero]` says under ``"projects.project_name"``); Xero Projects of the same name
add the customer. A contact's Contact Number and Account Number hold the ids of CRM and
PSA unless `[fields.xero]` names other fields. What Xero has no field for stands in
square brackets behind a line's description or a payment's reference, as in QuickBooks.

What the API cannot tell: a contact's legal name, its parent and when it was created;
when an invoice was created; a list of exchange rates (only those of documents); when a
lock date was set; journals outside the Advanced tier, where recognised is billed. The
history costs a call a record: each night reads that of the `HISTORY_CALLS` documents
that changed last, so older edits are not known, nor those that do not name their field.
"""

from collections.abc import Mapping

from pipelines.firm import Connection, Firm
from pipelines.sources import Source
from pipelines.sources.consent import Consent
from pipelines.sources.http import Client
from pipelines.sources.pace import Pace, unlimited
from pipelines.sources.xero_books import Books
from pipelines.sources.xero_documents import credit_note, invoice
from pipelines.sources.xero_history import histories
from pipelines.sources.xero_ledger import journals, profit_and_loss
from pipelines.sources.xero_parties import account, contact_rows, projects
from pipelines.sources.xero_payments import cash, payment
from pipelines.sources.xero_readers import closed_periods, documents, whole
from pipelines.sources.xero_sign_in import REAL_TOKENS, signed_in, speaks_of_the_day
from pipelines.sources.xero_tables import TABLES

__all__ = [
    "BASE_ADDRESS",
    "CONSENT",
    "OPTIONAL_SECRETS",
    "SECRETS",
    "TABLES",
    "client",
    "source",
]

SECRETS = ("XERO_CLIENT_ID", "XERO_CLIENT_SECRET", "XERO_TENANT_ID")
OPTIONAL_SECRETS = ("XERO_REFRESH_TOKEN",)
"""An app that is a custom connection of one tenant has no refresh token."""

BASE_ADDRESS = "https://api.xero.com"
CONSENT = Consent(
    page="https://login.xero.com/identity/connect/authorize",
    tokens=REAL_TOKENS,
    token_path="/connect/token",
    scope="offline_access accounting.transactions.read accounting.contacts.read "
    "accounting.settings.read accounting.reports.read accounting.journals.read "
    "projects.read",
    prefix="XERO",
)
CATEGORY = "Project"


def client(
    connection: Connection, firm: Firm, address: str, secrets: Mapping[str, str]
) -> Client:
    """Return a client that stays under 60 calls a minute and asks for one tenant.

    The limit of the day (1,000 or 5,000 calls) ends the source with the time at which
    Xero answers again; that of the minute is waited for.
    """
    tokens = REAL_TOKENS if address == BASE_ADDRESS else address
    return Client(
        connection.name,
        address,
        signed_in(connection, firm, tokens, secrets),
        unlimited() if firm.is_invented else Pace(calls=55, seconds=60),
        is_final=speaks_of_the_day,
        headers={"xero-tenant-id": secrets["XERO_TENANT_ID"]},
    )


def source(connection: Connection, firm: Firm, client: Client) -> Source:
    """Return the readers of one tenant."""
    fields = firm.fields.get(connection.name) or firm.fields.get(connection.system, {})
    books = Books(client)
    category = fields.get("projects.project_name", CATEGORY)
    return {
        "contacts": documents(books, contact_rows(fields), ("Contacts",)),
        "projects": projects(books, category),
        "invoices": documents(
            books,
            {
                "Invoices": lambda told: invoice(told, category),
                "CreditNotes": lambda told: credit_note(told, category),
            },
            ("Invoices", "CreditNotes"),
        ),
        "payments": documents(
            books,
            {"Payments": payment, "Overpayments": cash, "Prepayments": cash},
            ("Payments", "Overpayments", "Prepayments"),
        ),
        "accounts": whole(books, "Accounts", account),
        "journal_lines": journals(books, category),
        "closed_periods": closed_periods(books),
        "profit_and_loss": profit_and_loss(books),
        "history": histories(books),
    }
