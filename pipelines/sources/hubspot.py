"""HubSpot, the CRM: who the clients are and what the deals should bring.

Loads into raw_hubspot: companies, contacts, deals, line_items, property_history,
owners, exchange_rates. API: https://developers.hubspot.com/docs/api-reference/crm,
version 2026-09, with a service key.

Custom properties are read as ``[fields.hubspot]`` of firm.toml names them. Deals and
companies bring the history of what is read: HubSpot keeps about 20 versions of each.

Not settled by public references, and to be checked on a live portal: the path of the
exchange rates, whether the associations of an archived record can still be read, and
`hs_v2_date_entered_current_stage` as the moment at which a closed deal was closed.
"""

from collections.abc import Iterator, Mapping
from zoneinfo import ZoneInfo

from pipelines.firm import Connection, Firm
from pipelines.sources import Page, RawTable, Source, columns
from pipelines.sources.auth import Bearer
from pipelines.sources.http import Client
from pipelines.sources.hubspot_fields import known_fields
from pipelines.sources.hubspot_lists import VERSION, Lists, is_daily
from pipelines.sources.hubspot_portal import Portal
from pipelines.sources.pace import Pace, next_midnight

__all__ = ["BASE_ADDRESS", "SECRETS", "TABLES", "client", "known_fields", "source"]

SECRETS = ("HUBSPOT_SERVICE_KEY",)
BASE_ADDRESS = "https://api.hubapi.com"

COMPANIES = RawTable(
    "companies",
    columns(
        "id name legal_name tax_id registration_id domain phone address zip city "
        "country hs_parent_company_id owner_email currency_code psa_client_id "
        "accounting_customer_id createdate:timestamp hs_lastmodifieddate:timestamp "
        "archived:boolean merged_into_company_id is_intercompany:boolean company_id"
    ),
    key=("id",),
    cursor="hs_lastmodifieddate",
)
CONTACTS = RawTable(
    "contacts",
    columns(
        "id associated_company_id firstname lastname email phone createdate:timestamp "
        "lastmodifieddate:timestamp archived:boolean company_id"
    ),
    key=("id",),
    cursor="lastmodifieddate",
)
DEALS = RawTable(
    "deals",
    columns(
        "id associated_company_id dealname dealstage amount:decimal "
        "list_amount:decimal deal_currency_code hs_is_closed_won:boolean "
        "hs_is_closed:boolean "
        "hs_deal_stage_probability:decimal closedate:timestamp "
        "hs_v2_date_entered_current_stage:timestamp handed_over_at:timestamp "
        "service_start_date:date service_end_date:date billing_type contract_type "
        "owner_email included_tax_amount:decimal psa_project_id amendment_of_deal_id "
        "createdate:timestamp hs_lastmodifieddate:timestamp archived:boolean company_id"
    ),
    key=("id",),
    cursor="hs_lastmodifieddate",
)
LINE_ITEMS = RawTable(
    "line_items",
    columns(
        "id associated_deal_id project_id name quantity:decimal price:decimal "
        "discount:decimal is_project_work:boolean service_code start_date:date "
        "end_date:date company_id"
    ),
    key=("id",),
    is_complete_list=True,
)
PROPERTY_HISTORY = RawTable(
    "property_history",
    columns(
        "record_type record_id field changed_at:timestamp value source_type changed_by "
        "record_created_at:timestamp"
    ),
    key=("record_type", "record_id", "field", "changed_at"),
)
OWNERS = RawTable(
    "owners",
    columns("id email user_id archived:boolean"),
    ("id",),
    is_complete_list=True,
)
EXCHANGE_RATES = RawTable(
    "exchange_rates",
    columns("from_currency to_currency effective_at:timestamp rate:decimal"),
    key=("from_currency", "to_currency", "effective_at"),
)
TABLES = (
    COMPANIES,
    CONTACTS,
    DEALS,
    LINE_ITEMS,
    PROPERTY_HISTORY,
    OWNERS,
    EXCHANGE_RATES,
)


def client(
    connection: Connection, firm: Firm, address: str, secrets: Mapping[str, str]
) -> Client:
    """Return a client that keeps a margin under 110 requests in 10 seconds."""
    key = Bearer(secrets["HUBSPOT_SERVICE_KEY"])
    pace = Pace(calls=100, seconds=10)
    return Client(
        connection.name,
        address,
        key,
        pace,
        is_final=is_daily,
        resets_at=next_midnight(ZoneInfo(firm.time_zone)),
    )


def source(connection: Connection, firm: Firm, client: Client) -> Source:
    """Return the readers of the portal, owners first: records name them by number."""
    fields = firm.fields.get(connection.name) or firm.fields.get(connection.system, {})
    portal = Portal(client, fields)
    return {
        "owners": lambda since: portal.owners(),
        "companies": lambda since: portal.records("companies", since),
        "contacts": lambda since: portal.records("contacts", since),
        "deals": lambda since: portal.records("deals", since),
        "line_items": lambda since: portal.records("line_items", None),
        "property_history": lambda since: portal.history(),
        "exchange_rates": lambda since: rates(client),
    }


def rates(client: Client) -> Iterator[Page]:
    """Yield the CRM's own exchange rates."""
    path = f"/settings/currencies/{VERSION}/exchange-rates"
    for page in Lists(client).pages(path, "exchange_rates", {}):
        yield [
            {
                "from_currency": rate["fromCurrencyCode"],
                "to_currency": rate["toCurrencyCode"],
                "effective_at": rate["effectiveAt"],
                "rate": rate["conversionRate"],
            }
            for rate in page
        ]
