"""Where the invented firm keeps each fact in Salesforce, and of which type."""

from collections.abc import Mapping
from typing import Any

TABLES = {
    "Account": ("accounts", "account_id", "account"),
    "Contact": ("contacts", "contact_id", "contact"),
    "Opportunity": ("deals", "deal_id", "deal"),
    "OpportunityLineItem": ("deal_lines", "deal_line_id", "deal_line"),
}
"""Object → common table, its key, and its name in the field history."""

COMMON: Mapping[str, str] = {
    "Account": "Id=account_id:id Name=account_name:string Website=domain:url "
    "Phone=phone:phone BillingStreet=street:textarea BillingPostalCode=postcode:string "
    "BillingCity=city:string BillingCountry=country:string "
    "ParentId=parent_account_id:reference OwnerId=owner_email:reference "
    "CurrencyIsoCode=currency_code:picklist CreatedDate=created_at:datetime "
    "SystemModstamp=updated_at:datetime IsDeleted=is_deleted:boolean "
    "MasterRecordId=merged_into_account_id:reference Legal_Name__c=legal_name:string "
    "Tax_Id__c=tax_id:string Register_No__c=registration_id:string "
    "Birdview_Customer__c=psa_client_id:string "
    "QuickBooks_Customer__c=accounting_customer_id:string "
    "Is_Intercompany__c=is_intercompany:boolean Own_Company__c=company_id:string",
    "Contact": "Id=contact_id:id AccountId=account_id:reference "
    "Name=contact_name:string Email=email:email Phone=phone:phone "
    "CreatedDate=created_at:datetime SystemModstamp=updated_at:datetime "
    "IsDeleted=is_deleted:boolean",
    "Opportunity": "Id=deal_id:id AccountId=account_id:reference "
    "Name=deal_name:string StageName=stage:picklist Amount=net_amount:currency "
    "CurrencyIsoCode=currency_code:picklist IsWon=is_won:boolean "
    "IsClosed=is_closed:boolean Probability=probability:percent "
    "CloseDate=close_date:date LastStageChangeDate=closed_at:datetime "
    "OwnerId=owner_email:reference CreatedDate=created_at:datetime "
    "SystemModstamp=updated_at:datetime IsDeleted=is_deleted:boolean "
    "List_Amount__c=list_amount:currency Handed_Over_At__c=handed_over_at:datetime "
    "Service_Start__c=service_start_date:date Service_End__c=service_end_date:date "
    "Billing_Type__c=billing_type:picklist Contract_Type__c=contract_type:picklist "
    "Included_Tax__c=included_tax_amount:currency "
    "Birdview_Project__c=psa_project_id:string "
    "Amends__c=amendment_of_deal_id:string Own_Company__c=company_id:string",
    "OpportunityLineItem": "Id=deal_line_id:id OpportunityId=deal_id:reference "
    "Product2.Name=description:string Product2.ProductCode=service_code:string "
    "Quantity=quantity:double ListPrice=list_price:currency "
    "UnitPrice=net_price:currency ServiceDate=start_date:date "
    "Birdview_Project__c=project_id:string Is_Project_Work__c=is_project_work:boolean "
    "Service_End__c=end_date:date Own_Company__c=company_id:string",
}
"""Words ``path=common column:type``. The invented firm keeps what Salesforce has no
field for in custom ones, as its firm.toml would say."""

OTHER: Mapping[str, str] = {
    "OpportunityLineItem": "Discount:percent Description:textarea",
    "OpportunityHistory": "Id:id OpportunityId:reference StageName:picklist "
    "Amount:currency CloseDate:date CreatedDate:datetime CreatedById:reference",
    "OpportunityFieldHistory": "Id:id OpportunityId:reference Field:picklist "
    "DataType:picklist OldValue:anyType NewValue:anyType CreatedDate:datetime "
    "CreatedById:reference",
    "AccountHistory": "Id:id AccountId:reference Field:picklist DataType:picklist "
    "OldValue:anyType NewValue:anyType CreatedDate:datetime CreatedById:reference",
    "User": "Id:id Name:string Email:email IsActive:boolean UserType:picklist "
    "Profile.UserLicense.Name:string",
    "CurrencyType": "Id:id IsoCode:picklist ConversionRate:double "
    "IsCorporate:boolean CreatedDate:datetime",
    "DatedConversionRate": "Id:id IsoCode:picklist StartDate:date "
    "ConversionRate:double",
    "Organization": "Id:id DefaultCurrencyIsoCode:picklist",
}
"""Words ``path:type`` for what has no column of the common model."""

TRACKED = {"owner_email": "Owner", "account_id": "Account"}
"""What a field history calls a reference; other fields are called as they are."""

DATA_TYPES = {
    "currency": "Currency",
    "date": "DateOnly",
    "datetime": "DateTime",
    "boolean": "Boolean",
    "picklist": "DynamicEnum",
}
"""What a field history calls the types of values; text is Text."""


def kept(name: str) -> dict[str, tuple[str, str]]:
    """Return path → (common column, type) of an object."""
    split = (word.partition("=") for word in COMMON.get(name, "").split())
    return {
        path: (column.partition(":")[0], column.partition(":")[2])
        for path, _, column in split
    }


def types(name: str) -> dict[str, str]:
    """Return path → type of everything that can be asked of an object."""
    own = {path: kind for path, (_, kind) in kept(name).items()}
    split = (word.partition(":") for word in OTHER.get(name, "").split())
    return own | {path: kind for path, _, kind in split}


def described(name: str) -> list[dict[str, Any]]:
    """Return the fields of an object as a describe tells them."""
    told: dict[str, dict[str, Any]] = {}
    for path, kind in types(name).items():
        parent, dot, _ = path.partition(".")
        field = f"{parent}Id" if dot else path
        told[field] = {
            "name": field,
            "type": "reference" if dot else kind,
            "precision": 18 if kind in ("currency", "double") else 0,
            "scale": 2 if kind in ("currency", "double") else 0,
            "relationshipName": parent if dot else None,
        }
    return list(told.values())
