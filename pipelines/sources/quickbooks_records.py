"""Customers, accounts and rates of QuickBooks as rows of its raw tables."""

from collections.abc import Mapping
from typing import Any

from pipelines.sources import Record


def value(record: Mapping[str, Any], *path: str) -> Any:
    """Return what lies at ``path``, or None where any part of it is left out."""
    at: Any = record
    for name in path:
        at = at.get(name) if isinstance(at, Mapping) else None
    return at


def customer(told: Record) -> Record:
    """Return a row of customers; a project is a customer below another one."""
    address = told.get("BillAddr") or {}
    return {
        "id": told.get("Id"),
        "display_name": told.get("DisplayName"),
        "company_name": told.get("CompanyName"),
        "primary_tax_identifier": told.get("PrimaryTaxIdentifier"),
        "web_addr": value(told, "WebAddr", "URI"),
        "primary_email_addr": value(told, "PrimaryEmailAddr", "Address"),
        "primary_phone": value(told, "PrimaryPhone", "FreeFormNumber"),
        "line1": address.get("Line1"),
        "postal_code": address.get("PostalCode"),
        "city": address.get("City"),
        "country": address.get("Country"),
        "parent_id": value(told, "ParentRef", "value"),
        "currency": value(told, "CurrencyRef", "value"),
        "notes": told.get("Notes"),
        "active": told.get("Active"),
        "is_project": bool(told.get("IsProject") or told.get("Job")),
        **times(told),
    }


def account(told: Record) -> Record:
    """Return a row of accounts."""
    return {
        "id": told.get("Id"),
        "name": told.get("Name"),
        "acct_num": told.get("AcctNum"),
        "account_type": told.get("AccountType"),
        "account_sub_type": told.get("AccountSubType"),
        "active": told.get("Active"),
    }


def rate(told: Record) -> Record:
    """Return a row of exchange rates."""
    return {
        "source_currency_code": told.get("SourceCurrencyCode"),
        "target_currency_code": told.get("TargetCurrencyCode"),
        "as_of_date": told.get("AsOfDate"),
        "rate": told.get("Rate"),
    }


def times(told: Record) -> Record:
    """Return when a record was created and last changed."""
    return {
        "create_time": value(told, "MetaData", "CreateTime"),
        "last_updated_time": value(told, "MetaData", "LastUpdatedTime"),
    }
