"""The invented firm's customers, projects and accounts in QuickBooks."""

from typing import Any

from pipelines.sandbox.speaks.quickbooks_words import (
    World,
    meta,
    noted,
    present,
    reference,
)

TYPES = {
    "revenue": ("Income", "ServiceFeeIncome"),
    "deferred_revenue": ("Other Current Liability", "DeferredRevenue"),
    "accrued_revenue": ("Other Current Asset", "OtherCurrentAssets"),
    "receivable": ("Accounts Receivable", "AccountsReceivable"),
    "tax": ("Other Current Liability", "GlobalTaxPayable"),
    "bad_debt": ("Expense", "BadDebts"),
}
NAMED = {
    "bank": ("Bank", "Checking"),
    "exchange": ("Other Expense", "ExchangeGainOrLoss"),
}
OTHER = ("Other Current Liability", "OtherCurrentLiabilities")


def customers(world: World) -> list[dict[str, Any]]:
    """Return customers and, as their sub-customers, projects."""
    return [
        *(_customer(row) for row in world.records("accounting", "customers")),
        *(_project(row) for row in world.records("accounting", "projects")),
    ]


def _customer(row: Any) -> dict[str, Any]:
    name = row["customer_name"]
    address = present(
        Line1=row["street"],
        City=row["city"],
        PostalCode=row["postcode"],
        Country=row["country"],
    )
    return present(
        Id=row["customer_id"],
        DisplayName=name if row["is_active"] is not False else f"{name} (deleted)",
        FullyQualifiedName=name,
        CompanyName=row["legal_name"],
        Active=row["is_active"],
        Job=False,
        PrimaryTaxIdentifier=row["tax_id"],
        WebAddr=row["domain"] and {"URI": f"https://www.{row['domain']}"},
        PrimaryEmailAddr=row["email"] and {"Address": row["email"]},
        PrimaryPhone=row["phone"] and {"FreeFormNumber": row["phone"]},
        BillAddr=address or None,
        ParentRef=reference(row["parent_customer_id"]),
        CurrencyRef=reference(row["currency_code"]),
        Notes=noted(
            None,
            row,
            "registration_id",
            "crm_account_id",
            "psa_client_id",
            "merged_into_customer_id",
            "is_intercompany",
            "company_id",
        ),
        MetaData=meta(row),
    )


def _project(row: Any) -> dict[str, Any]:
    return present(
        Id=row["project_id"],
        DisplayName=row["project_name"],
        FullyQualifiedName=f"{row['customer_id']}:{row['project_name']}",
        Active=True,
        Job=True,
        IsProject=True,
        ParentRef=reference(row["customer_id"]),
        Notes=noted(None, row, "psa_project_id", "company_id"),
        MetaData=meta({"created_at": None}),
    )


def accounts(world: World) -> list[dict[str, Any]]:
    """Return the chart of accounts."""
    return [
        {
            "Id": row["account_code"],
            "Name": row["account_name"],
            "AcctNum": row["account_code"],
            "Active": True,
            "AccountType": _type(row)[0],
            "AccountSubType": _type(row)[1],
            "MetaData": meta({"created_at": None}),
        }
        for row in world.records("accounting", "accounts")
    ]


def _type(row: Any) -> tuple[str, str]:
    if row["account_kind"] in TYPES:
        return TYPES[row["account_kind"]]
    words = row["account_name"].lower()
    return next((kind for word, kind in NAMED.items() if word in words), OTHER)
