"""What Salesforce remembers: stages of opportunities, and edits of tracked fields."""

from collections.abc import Iterator
from datetime import datetime
from decimal import Decimal
from typing import Any

from pipelines.sources import Page, Record
from pipelines.sources.salesforce_objects import ACCOUNTS, OPPORTUNITIES, Kind
from pipelines.sources.salesforce_org import Org, changed

STAGES = (
    "SELECT Id, OpportunityId, StageName, Amount, CloseDate, CreatedDate, CreatedById "
    "FROM OpportunityHistory"
)
TRACKED = (
    (ACCOUNTS, "AccountHistory", "AccountId"),
    (OPPORTUNITIES, "OpportunityFieldHistory", "OpportunityId"),
)
PARENTS = {"Account": "AccountId", "Owner": "OwnerId", "Parent": "ParentId"}
"""What the history calls a reference → its field. It tells each twice: as ids, and as
the names that the ids had."""


def stages(org: Org, since: datetime | None) -> Iterator[Page]:
    """Yield a row for each time that stage, amount or close date changed."""
    soql = STAGES + changed("CreatedDate", since)
    for page in org.queries.rows("opportunity_history", soql, with_deleted=True):
        yield [
            {
                "id": row["Id"],
                "opportunity_id": row["OpportunityId"],
                "stage_name": row["StageName"],
                "amount": row["Amount"],
                "close_date": row["CloseDate"],
                "created_date": row["CreatedDate"],
                "created_by": org.email(row["CreatedById"]),
            }
            for row in page
        ]


def edits(org: Org, since: datetime | None) -> Iterator[Page]:
    """Yield the edits of every tracked field, with who made each.

    An object whose fields nobody tracks has no history, and no table of it.
    """
    for kind, history, record in TRACKED:
        if history not in org.objects:
            continue
        soql = (
            f"SELECT Id, {record}, Field, DataType, OldValue, NewValue, CreatedDate, "
            f"CreatedById FROM {history}{changed('CreatedDate', since)}"
        )
        for page in org.queries.rows("field_history", soql, with_deleted=True):
            yield [_edit(org, kind, row, row[record]) for row in page]


def _edit(org: Org, kind: Kind, row: Record, record_id: str) -> Record:
    user = org.people.get(row["CreatedById"] or "", {})
    is_owner = row["Field"] == "Owner"
    field: str = PARENTS.get(row["Field"]) or row["Field"]
    return {
        "id": row["Id"],
        "record_type": kind.record_type,
        "record_id": record_id,
        "field": kind.named(org.fields).get(field, field),
        "data_type": row["DataType"],
        "old_value": org.email(row["OldValue"]) if is_owner else _text(row["OldValue"]),
        "new_value": org.email(row["NewValue"]) if is_owner else _text(row["NewValue"]),
        "created_date": row["CreatedDate"],
        "user_name": user.get("name"),
        "user_email": user.get("email"),
        "user_type": user.get("user_type"),
        "license_name": user.get("license_name"),
    }


def _text(value: Any) -> Any:
    """Return a number in full: Salesforce writes ten million as 1.0E7."""
    return f"{value:f}" if isinstance(value, Decimal) else value
