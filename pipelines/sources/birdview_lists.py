"""What the lists of Birdview hold: each field, its kind, and where it is kept."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from pipelines.sources import RawTable, columns


@dataclass(frozen=True)
class Listed:
    """One list of the API and the raw table that keeps it."""

    table: str
    path: str
    common: str
    """The table of the common model, which [fields.birdview] names."""

    fields: str
    """Birdview's own fields with their kinds; the first is the id."""

    custom: str
    """Custom fields with their kinds, named like the common model's columns."""

    cursor: str | None = None
    """The field by which changes are asked for; without one the list is read whole."""

    @property
    def id(self) -> str:
        """Return Birdview's field of the id."""
        return self.fields.split()[0]

    @property
    def kinds(self) -> Mapping[str, str]:
        """Return the kind of each of Birdview's own fields."""
        return columns(self.fields)

    @property
    def custom_kinds(self) -> Mapping[str, str]:
        """Return the kind of each custom field."""
        return columns(self.custom)

    def raw_table(self) -> RawTable:
        """Return the table that keeps the list."""
        own = {snake(field): kind for field, kind in self.kinds.items()}
        return RawTable(
            self.table,
            {**own, **self.custom_kinds},
            (snake(self.id),),
            snake(self.cursor) if self.cursor else None,
            is_complete_list=self.cursor is None,
        )

    def id_table(self) -> RawTable:
        """Return the table of the ids that exist today."""
        name = f"{self.table.removesuffix('s')}_ids"
        return RawTable(name, columns("id"), ("id",), is_complete_list=True)


def snake(field: str) -> str:
    """Return CustomerID as customer_id."""
    return re.sub(r"(?<=[a-z])(?=[A-Z])", "_", field).lower()


LISTS = (
    Listed(
        "customers",
        "customers",
        "clients",
        "CustomerID Name Phone Address Zip City Country CreationDate:timestamp "
        "LastModificationDate:timestamp",
        "legal_name tax_id domain crm_account_id accounting_customer_id currency_code "
        "company_id",
        cursor="LastModificationDate",
    ),
    Listed(
        "projects",
        "projects",
        "projects",
        "ProjectID CustomerID Name Code BillingType Status StartDate:date EndDate:date "
        "Budget:decimal PercentComplete:decimal Currency BaselineDate:timestamp "
        "CreationDate:timestamp LastModificationDate:timestamp",
        "crm_deal_id baseline_amount:decimal cap_amount:decimal manager_email "
        "progress_method retainer_method billing_cycle service_code "
        "is_template:boolean is_test:boolean is_legacy:boolean is_at_risk:boolean "
        "is_intercompany:boolean company_id",
        cursor="LastModificationDate",
    ),
    Listed(
        "users",
        "users",
        "people",
        "UserID Name Email JobTitle Enabled:boolean CreationDate:timestamp",
        "employee_number start_date:date end_date:date deactivated_at:timestamp "
        "company_id",
    ),
    Listed(
        "timelogs",
        "timelogs",
        "time_entries",
        "TimeEntryID ProjectID UserID EntryDate:date Duration:decimal Rate:decimal "
        "Billable:boolean LastModificationDate:timestamp",
        "role non_billable_reason status submitted_at:timestamp approved_at:timestamp "
        "approved_by company_id",
        cursor="LastModificationDate",
    ),
    Listed(
        "assignments",
        "activities-assignees",
        "allocations",
        "AssignmentID ProjectID UserID StartDate:date EndDate:date HoursPerDay:decimal "
        "RoleName",
        "is_soft:boolean company_id",
    ),
    Listed(
        "vacations",
        "vacations",
        "time_off",
        "VacationID UserID VacationDate:date Duration:decimal CreationDate:timestamp",
        "company_id",
    ),
    Listed(
        "expenses",
        "payments",
        "expenses",
        "PaymentID ProjectID PaymentDate:date Amount:decimal Billable:boolean UserID "
        "Currency",
        "status company_id",
    ),
)
"""Every list; those with a cursor are also swept by id, to find what was deleted."""

TABLES = (
    *(listed.raw_table() for listed in LISTS),
    *(listed.id_table() for listed in LISTS if listed.cursor),
)
