"""The invented firm's contacts and projects in Xero."""

from collections.abc import Mapping
from typing import Any

from pipelines.sandbox.ids import uuid_of
from pipelines.sandbox.speaks.xero_words import (
    CATEGORY,
    World,
    msdate,
    noted,
    present,
    updated,
)


def contacts(world: World) -> list[dict[str, Any]]:
    """Return the contacts; merged ones are archived and name the one that is left."""
    return [_contact(row) for row in world.records("accounting", "customers")]


def _contact(row: Any) -> dict[str, Any]:
    address = present(
        AddressType="STREET",
        AddressLine1=row["street"],
        City=row["city"],
        PostalCode=row["postcode"],
        Country=row["country"],
    )
    groups = [{"ContactGroupID": uuid_of("GROUP-1"), "Name": "Intercompany"}] * bool(
        row["is_intercompany"]
    )
    is_live = row["is_active"] is not False and not row["merged_into_customer_id"]
    return present(
        ContactID=row["customer_id"],
        ContactNumber=row["crm_account_id"],
        AccountNumber=row["psa_client_id"],
        MergedToContactID=row["merged_into_customer_id"],
        ContactStatus="ACTIVE" if is_live else "ARCHIVED",
        Name=row["customer_name"],
        CompanyNumber=row["registration_id"],
        TaxNumber=row["tax_id"],
        EmailAddress=row["email"],
        Website=row["domain"] and f"https://www.{row['domain']}",
        Phones=[
            {"PhoneType": "DDI", "PhoneNumber": "", "PhoneAreaCode": ""},
            present(PhoneType="DEFAULT", PhoneNumber=row["phone"] or ""),
        ],
        Addresses=[{"AddressType": "POBOX", "City": "", "PostalCode": ""}, address],
        DefaultCurrency=row["currency_code"],
        ContactGroups=groups,
        IsCustomer=True,
        IsSupplier=False,
        HasValidationErrors=False,
        UpdatedDateUTC=msdate(updated(row)),
    )


def option_names(world: World) -> dict[str, str]:
    """Return the names of the tracking options: projects with their PSA id behind."""
    return {
        row["project_id"]: noted(row["project_name"], row, "psa_project_id") or ""
        for row in world.records("accounting", "projects")
    }


def tracking_categories(world: World) -> list[dict[str, Any]]:
    """Return the one tracking category: projects."""
    options = [
        {"TrackingOptionID": number, "Name": name, "Status": "ACTIVE"}
        for number, name in option_names(world).items()
    ]
    return [
        {
            "TrackingCategoryID": CATEGORY,
            "Name": "Project",
            "Status": "ACTIVE",
            "Options": options,
        }
    ]


def projects(world: World) -> list[dict[str, Any]]:
    """Return the projects of Xero Projects: its own ids, the same names."""
    return [
        {
            "projectId": uuid_of(f"PROJECT-{position}"),
            "contactId": row["customer_id"],
            "name": row["project_name"],
            "status": "INPROGRESS",
        }
        for position, row in enumerate(world.records("accounting", "projects"), 1)
        if row["customer_id"]
    ]


def projects_page(
    told: list[dict[str, Any]], query: Mapping[str, str]
) -> dict[str, Any]:
    """Return one page of Xero Projects, which says how many there are."""
    page, size = int(query.get("page", "1")), int(query.get("pageSize", "50"))
    return {
        "pagination": {
            "page": page,
            "pageSize": size,
            "pageCount": -(-len(told) // size),
            "itemCount": len(told),
        },
        "items": told[(page - 1) * size : page * size],
    }
