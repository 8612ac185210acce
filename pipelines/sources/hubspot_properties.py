"""Which HubSpot property carries which fact, for each kind of object."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class Kind:
    """One kind of HubSpot object."""

    record_type: str
    """What the common model calls one of them."""

    table: str
    """Its common table; `[fields.hubspot]` of firm.toml names columns of it."""

    own: Mapping[str, str]
    """Common column → the property that HubSpot itself has for it."""

    custom: tuple[str, ...]
    """Common columns that only a custom property can carry."""

    modified: str = "hs_lastmodifieddate"
    belongs_to: str | None = None
    """The kind of object that it is associated with."""

    has_history: bool = False

    def properties(self, fields: Mapping[str, str]) -> dict[str, str]:
        """Return the property behind each raw column, as the firm keeps them."""
        named = {
            column.partition(".")[2]: name
            for column, name in fields.items()
            if column.partition(".")[0] == self.table
        }
        return {raw: named.get(column, raw) for column, raw in self.own.items()} | {
            column: named[column] for column in self.custom if column in named
        }

    def common(self, raw: str) -> str:
        """Return the common column of a raw column."""
        return next((c for c, name in self.own.items() if name == raw), raw)


KINDS = {
    "companies": Kind(
        "account",
        "accounts",
        own={
            "account_name": "name",
            "domain": "domain",
            "phone": "phone",
            "street": "address",
            "postcode": "zip",
            "city": "city",
            "country": "country",
            "parent_account_id": "hs_parent_company_id",
            "owner_email": "hubspot_owner_id",
            "created_at": "createdate",
            "updated_at": "hs_lastmodifieddate",
        },
        custom=(
            "legal_name",
            "tax_id",
            "registration_id",
            "currency_code",
            "psa_client_id",
            "accounting_customer_id",
            "is_intercompany",
            "company_id",
        ),
        has_history=True,
    ),
    "contacts": Kind(
        "contact",
        "contacts",
        own={
            "first_name": "firstname",
            "last_name": "lastname",
            "email": "email",
            "phone": "phone",
            "created_at": "createdate",
            "updated_at": "lastmodifieddate",
        },
        custom=("company_id",),
        modified="lastmodifieddate",
        belongs_to="companies",
    ),
    "deals": Kind(
        "deal",
        "deals",
        own={
            "deal_name": "dealname",
            "stage": "dealstage",
            "net_amount": "amount",
            "currency_code": "deal_currency_code",
            "is_won": "hs_is_closed_won",
            "is_closed": "hs_is_closed",
            "probability": "hs_deal_stage_probability",
            "close_date": "closedate",
            "closed_at": "hs_v2_date_entered_current_stage",
            "owner_email": "hubspot_owner_id",
            "created_at": "createdate",
            "updated_at": "hs_lastmodifieddate",
        },
        custom=(
            "list_amount",
            "handed_over_at",
            "service_start_date",
            "service_end_date",
            "billing_type",
            "contract_type",
            "included_tax_amount",
            "psa_project_id",
            "amendment_of_deal_id",
            "company_id",
        ),
        belongs_to="companies",
        has_history=True,
    ),
    "line_items": Kind(
        "deal_line",
        "deal_lines",
        own={
            "description": "name",
            "quantity": "quantity",
            "list_price": "price",
            "discount": "discount",
        },
        custom=(
            "project_id",
            "is_project_work",
            "service_code",
            "start_date",
            "end_date",
            "company_id",
        ),
        belongs_to="deals",
    ),
}
