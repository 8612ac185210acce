"""Salesforce, the CRM: who the clients are and what the deals should bring.

Loads into raw_salesforce: users, accounts, contacts, opportunities,
opportunity_line_items, opportunity_history, field_history, dated_conversion_rates. API:
https://developer.salesforce.com/docs/apis (REST with SOQL, Bulk 2.0 for large answers),
signed in through an External Client App on My Domain, by client credentials or by JWT
bearer. Of the day's requests, one in twenty is left to the firm's other apps.

Changes are asked for by `SystemModstamp`, which is the server's own time; deleted
records come from the recycle bin with the account that a merged one became part of.
``[fields.salesforce]`` of firm.toml names the custom fields; a path through a parent
such as ``Product2.Family`` is a field too.

What the API cannot tell: by what means an edit was made (only who made it, so that the
user's licence tells integrations from persons); edits of fields that nobody tracks, or
older than 18 to 24 months; formula and rollup fields that changed alone (they do not
move SystemModstamp); how a rate was stated (its inverse is, in the digits typed in).
"""

from collections.abc import Mapping

from pipelines.firm import Connection, Firm
from pipelines.sources import RawTable, Source, columns
from pipelines.sources.accounts import at_account
from pipelines.sources.http import Client
from pipelines.sources.pace import Pace
from pipelines.sources.salesforce_history import edits, stages
from pipelines.sources.salesforce_limits import Allowance, is_busy, is_used_up, tomorrow
from pipelines.sources.salesforce_objects import KINDS
from pipelines.sources.salesforce_org import Org
from pipelines.sources.salesforce_sign_in import signed_in
from pipelines.sources.transport import session

SECRETS = ("SALESFORCE_CLIENT_ID",)
OPTIONAL_SECRETS = (
    "SALESFORCE_CLIENT_SECRET",
    "SALESFORCE_KEY_FILE",
    "SALESFORCE_USERNAME",
)
BASE_ADDRESS = "https://{account}.my.salesforce.com"

TABLES = (
    RawTable(
        "users",
        columns("id name email is_active:boolean user_type license_name"),
        key=("id",),
        is_complete_list=True,
    ),
    *(kind.raw_table() for kind in KINDS),
    RawTable(
        "opportunity_history",
        columns(
            "id opportunity_id stage_name amount:decimal close_date:date "
            "created_date:timestamp created_by"
        ),
        key=("id",),
        cursor="created_date",
        forgets=True,
    ),
    RawTable(
        "field_history",
        columns(
            "id record_type record_id field data_type old_value new_value "
            "created_date:timestamp user_name user_email user_type license_name"
        ),
        key=("record_type", "id"),
        cursor="created_date",
        forgets=True,
    ),
    RawTable(
        "dated_conversion_rates",
        columns("iso_code corporate_iso_code start_date:date conversion_rate:decimal"),
        key=("iso_code", "start_date"),
    ),
)


def client(
    connection: Connection, firm: Firm, address: str, secrets: Mapping[str, str]
) -> Client:
    """Return a client of the firm's My Domain, named by `[links]` of firm.toml."""
    address = at_account(address, connection, firm)
    opened = session()
    opened.hooks["response"].append(Allowance(connection.name).heard)
    return Client(
        connection.name,
        address,
        signed_in(connection.name, address, secrets),
        Pace(calls=20, seconds=1),
        is_final=is_used_up,
        resets_at=tomorrow,
        is_busy=is_busy,
        session=opened,
    )


def source(connection: Connection, firm: Firm, client: Client) -> Source:
    """Return the readers, users first: records and histories name them by id."""
    fields = firm.fields.get(connection.name) or firm.fields.get(connection.system, {})
    org = Org(client, fields)
    told = {
        kind.table: lambda since, kind=kind: org.records(
            kind, since if kind.has_bin else None
        )
        for kind in KINDS
    }
    return {
        "users": lambda since: org.users(),
        **told,
        "opportunity_history": lambda since: stages(org, since),
        "field_history": lambda since: edits(org, since),
        "dated_conversion_rates": lambda since: org.rates(),
    }
