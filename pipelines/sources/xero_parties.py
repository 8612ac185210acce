"""Contacts, projects and accounts of Xero as rows of its raw tables."""

from collections.abc import Callable, Iterator, Mapping
from datetime import datetime

from pipelines.sources import Page, Reader, Record
from pipelines.sources.xero_books import Books
from pipelines.sources.xero_words import moment

FIELDS = {"crm_account_id": "ContactNumber", "psa_client_id": "AccountNumber"}
"""Where a contact keeps the ids of other systems, unless `[fields.xero]` differs."""


def contact_rows(
    fields: Mapping[str, str],
) -> Mapping[str, Callable[[Record], Record]]:
    """Return what makes a row of contacts, with the firm's own choice of fields."""
    chosen = {
        column: fields.get(f"customers.{column}", usual)
        for column, usual in FIELDS.items()
    }

    def row(told: Record) -> Record:
        found = {column: told.get(name) or None for column, name in chosen.items()}
        return _contact(told) | found

    return {"Contacts": row}


def _contact(told: Record) -> Record:
    address = _first(told.get("Addresses"), "AddressType", ("STREET", "POBOX"))
    phone = _first(told.get("Phones"), "PhoneType", ("DEFAULT", "OFFICE", "MOBILE"))
    number = (
        phone.get("PhoneCountryCode"),
        phone.get("PhoneAreaCode"),
        phone.get("PhoneNumber"),
    )
    groups = [str(group.get("Name")) for group in told.get("ContactGroups") or ()]
    return {
        "contact_id": told.get("ContactID"),
        "name": told.get("Name"),
        "company_number": told.get("CompanyNumber"),
        "tax_number": told.get("TaxNumber"),
        "email_address": told.get("EmailAddress"),
        "phone": " ".join(part for part in number if part) or None,
        "address_line1": address.get("AddressLine1"),
        "postal_code": address.get("PostalCode"),
        "city": address.get("City"),
        "country": address.get("Country"),
        "website": told.get("Website"),
        "default_currency": told.get("DefaultCurrency"),
        "contact_status": told.get("ContactStatus"),
        "merged_to_contact_id": told.get("MergedToContactID"),
        "contact_groups": ", ".join(groups) or None,
        "updated_date_utc": moment(told.get("UpdatedDateUTC")),
    }


def _first(told: object, kind: str, order: tuple[str, ...]) -> Record:
    """Return the first entry of a kind that is filled in: Xero lists empty ones too."""
    found = told if isinstance(told, list) else []
    for wanted in order:
        for entry in found:
            if entry.get(kind) == wanted and any(
                value for name, value in entry.items() if name != kind
            ):
                return dict(entry)
    return {}


def account(told: Record) -> Record:
    """Return a row of accounts; a bank account may have no code, only an id."""
    return {
        "account_id": told.get("AccountID"),
        "code": told.get("Code"),
        "name": told.get("Name"),
        "type": told.get("Type"),
        "class": told.get("Class"),
        "system_account": told.get("SystemAccount") or None,
        "status": told.get("Status"),
    }


def projects(books: Books, category: str) -> Reader:
    """Return a reader of projects: the options of one tracking category.

    An option knows no customer; a project of Xero Projects with the same name does. A
    project without an option is a row of its own.
    """

    def read(since: datetime | None) -> Iterator[Page]:
        known = {_name(told): told for page in books.projects() for told in page}
        options = [
            option
            for told in books.all_of("TrackingCategories", {"includeArchived": "true"})
            if told.get("Name") == category
            for option in told.get("Options") or ()
        ]
        yield [
            {
                "id": option.get("TrackingOptionID"),
                "name": option.get("Name"),
                "status": option.get("Status"),
                "contact_id": known.pop(_name(option), {}).get("contactId"),
            }
            for option in options
        ]
        yield [
            {
                "id": told.get("projectId"),
                "name": told.get("name"),
                "status": told.get("status"),
                "contact_id": told.get("contactId"),
            }
            for told in known.values()
        ]

    return read


def _name(told: Record) -> str:
    """Return the name that both sides share, without what stands in brackets."""
    said = str(told.get("Name") or told.get("name") or "")
    return said.partition(" [")[0].strip().lower()
