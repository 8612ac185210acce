"""What is read of each Salesforce object, and which common column it carries."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from pipelines.sources import RawTable, columns

MAY_LACK = {
    "CurrencyIsoCode",  # only where the organisation has several currencies
    "Description",
    "Discount",
    "LastStageChangeDate",
    "ListPrice",
    "Product2.ProductCode",
    "ServiceDate",
}
"""Fields that an organisation can do without, or that its edition does not have."""


@dataclass(frozen=True)
class Kind:
    """One object of Salesforce and the raw table that keeps it."""

    object: str
    table: str
    record_type: str
    """What the common model calls one of them."""

    common: str
    """Its common table; `[fields.salesforce]` of firm.toml names columns of it."""

    own: str
    """Words ``common column=path:kind``; a path is a field, or a parent's field."""

    custom: str
    """Common columns that only a custom field can carry."""

    has_bin: bool = True
    """Whether it is read by its changes, and deleted ones from the recycle bin."""

    def paths(self, fields: Mapping[str, str]) -> dict[str, str]:
        """Return the path behind each raw column, as the firm keeps them."""
        named = {
            column.partition(".")[2]: path
            for column, path in fields.items()
            if column.partition(".")[0] == self.common
        }
        own = {raw(path): named.get(name, path) for name, path, _ in self._own()}
        custom = [name for name in columns(self.custom) if name in named]
        return own | {name: named[name] for name in custom}

    def named(self, fields: Mapping[str, str]) -> dict[str, str]:
        """Return the common column that each path carries."""
        known = {raw(path): name for name, path, _ in self._own()}
        paths = self.paths(fields)
        return {path: known.get(column, column) for column, path in paths.items()}

    def raw_table(self) -> RawTable:
        """Return the table that keeps its records."""
        own = {raw(path): kind for _, path, kind in self._own()}
        return RawTable(
            self.table,
            {"id": "text", **own, **columns(self.custom)},
            key=("id",),
            cursor="system_modstamp" if self.has_bin else None,
            is_complete_list=not self.has_bin,
        )

    def _own(self) -> list[tuple[str, str, str]]:
        split = (re.split("[=:]", f"{word}:text") for word in self.own.split())
        return [(name, path, kind) for name, path, kind, *_ in split]


def raw(path: str) -> str:
    """Return CurrencyIsoCode as currency_iso_code, Product2.Name as product2_name."""
    words = re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", path.replace(".", "_"))
    return "owner_email" if path == "OwnerId" else words.lower()


ACCOUNTS = Kind(
    "Account",
    "accounts",
    "account",
    "accounts",
    "account_name=Name domain=Website phone=Phone street=BillingStreet "
    "postcode=BillingPostalCode city=BillingCity country=BillingCountry "
    "parent_account_id=ParentId owner_email=OwnerId currency_code=CurrencyIsoCode "
    "created_at=CreatedDate:timestamp updated_at=SystemModstamp:timestamp "
    "is_deleted=IsDeleted:boolean merged_into_account_id=MasterRecordId",
    "legal_name tax_id registration_id psa_client_id accounting_customer_id "
    "is_intercompany:boolean company_id",
)
CONTACTS = Kind(
    "Contact",
    "contacts",
    "contact",
    "contacts",
    "account_id=AccountId contact_name=Name email=Email phone=Phone "
    "created_at=CreatedDate:timestamp updated_at=SystemModstamp:timestamp "
    "is_deleted=IsDeleted:boolean",
    "company_id",
)
OPPORTUNITIES = Kind(
    "Opportunity",
    "opportunities",
    "deal",
    "deals",
    "account_id=AccountId deal_name=Name stage=StageName net_amount=Amount:decimal "
    "currency_code=CurrencyIsoCode is_won=IsWon:boolean is_closed=IsClosed:boolean "
    "probability=Probability:decimal close_date=CloseDate:date "
    "closed_at=LastStageChangeDate:timestamp owner_email=OwnerId "
    "created_at=CreatedDate:timestamp updated_at=SystemModstamp:timestamp "
    "is_deleted=IsDeleted:boolean",
    "list_amount:decimal handed_over_at:timestamp service_start_date:date "
    "service_end_date:date billing_type contract_type included_tax_amount:decimal "
    "psa_project_id amendment_of_deal_id company_id",
)
LINE_ITEMS = Kind(
    "OpportunityLineItem",
    "opportunity_line_items",
    "deal_line",
    "deal_lines",
    "deal_id=OpportunityId product=Product2.Name description=Description "
    "quantity=Quantity:decimal list_price=ListPrice:decimal "
    "net_price=UnitPrice:decimal discount=Discount:decimal "
    "service_code=Product2.ProductCode start_date=ServiceDate:date",
    "project_id is_project_work:boolean end_date:date company_id",
    has_bin=False,
)
KINDS = (ACCOUNTS, CONTACTS, OPPORTUNITIES, LINE_ITEMS)
