"""Where the invented firm keeps each fact in HubSpot."""

from collections.abc import Mapping

PROPERTIES: Mapping[str, Mapping[str, str]] = {
    "companies": {
        "account_name": "name",
        "legal_name": "legal_name",
        "tax_id": "tax_id",
        "registration_id": "registration_id",
        "domain": "domain",
        "phone": "phone",
        "street": "address",
        "postcode": "zip",
        "city": "city",
        "country": "country",
        "parent_account_id": "hs_parent_company_id",
        "owner_email": "hubspot_owner_id",
        "currency_code": "currency_code",
        "psa_client_id": "birdview_customer_id",
        "accounting_customer_id": "quickbooks_customer_id",
        "is_intercompany": "is_intercompany",
        "company_id": "own_company",
    },
    "contacts": {
        "contact_name": "firstname",
        "email": "email",
        "phone": "phone",
        "company_id": "own_company",
    },
    "deals": {
        "deal_name": "dealname",
        "stage": "dealstage",
        "net_amount": "amount",
        "list_amount": "list_amount",
        "currency_code": "deal_currency_code",
        "is_won": "hs_is_closed_won",
        "is_closed": "hs_is_closed",
        "probability": "hs_deal_stage_probability",
        "close_date": "closedate",
        "closed_at": "hs_v2_date_entered_current_stage",
        "handed_over_at": "handed_over_at",
        "service_start_date": "service_start_date",
        "service_end_date": "service_end_date",
        "billing_type": "billing_type",
        "contract_type": "contract_type",
        "owner_email": "hubspot_owner_id",
        "included_tax_amount": "included_tax_amount",
        "psa_project_id": "birdview_project_id",
        "amendment_of_deal_id": "amendment_of_deal_id",
        "company_id": "own_company",
    },
    "line_items": {
        "project_id": "birdview_project_id",
        "description": "name",
        "quantity": "quantity",
        "list_price": "price",
        "is_project_work": "is_project_work",
        "service_code": "service_code",
        "start_date": "service_start_date",
        "end_date": "service_end_date",
        "company_id": "own_company",
    },
}
"""Column of the common model → property, for each kind of object. The invented firm
keeps what HubSpot has no property for in custom ones, as its firm.toml says."""

TABLES = {
    "companies": ("accounts", "account_id", "account"),
    "contacts": ("contacts", "contact_id", "contact"),
    "deals": ("deals", "deal_id", "deal"),
    "line_items": ("deal_lines", "deal_line_id", "deal_line"),
}
"""Kind of object → common table, its key, and its name in the field history."""

MODIFIED = {"contacts": "lastmodifieddate"}
