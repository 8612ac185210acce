"""The raw tables of Kantata: what is kept of each record, under Kantata's names."""

from pipelines.sources import RawTable, columns

GROUP = "legal_name tax_id street postcode city country currency_code company_id"
WORKSPACE = (
    "billing_type project_code baseline_amount:decimal cap_amount:decimal "
    "progress_method retainer_method billing_cycle service_code is_template:boolean "
    "is_test:boolean is_legacy:boolean is_at_risk:boolean is_intercompany:boolean "
    "baseline_at:timestamp company_id"
)
USER = "employee_number start_date:date end_date:date company_id"
CUSTOM = {
    "workspace_groups": ("clients", "WorkspaceGroup", tuple(columns(GROUP))),
    "workspaces": ("projects", "Workspace", tuple(columns(WORKSPACE))),
    "users": ("people", "User", tuple(columns(USER))),
}
"""Table → its common table, what Kantata calls the subject, and its custom fields."""

SWEPT = {
    "workspace_groups": "workspace_group_ids",
    "workspaces": "workspace_ids",
}
"""Tables of which a complete list of ids proves deletions."""


def _table(
    name: str, said: str, key: tuple[str, ...] = ("id",), cursor: str | None = None
) -> RawTable:
    is_kept = name in SWEPT or name == "subscribed_events" or bool(cursor)
    return RawTable(name, columns(said), key, cursor, is_complete_list=not is_kept)


TABLES = (
    _table(
        "workspace_groups",
        f"id name phone_number website crm_account_id accounting_customer_id {GROUP}",
    ),
    _table(
        "workspaces",
        "id workspace_group_id title status start_date:date due_date:date "
        "price:decimal currency percentage_complete:decimal manager_email crm_deal_id "
        "is_fixed_fee:boolean created_at:timestamp updated_at:timestamp "
        f"{WORKSPACE}",
    ),
    _table(
        "users",
        "id full_name email_address role disabled:boolean created_at:timestamp "
        f"disabled_at:timestamp {USER}",
    ),
    _table(
        "time_entries",
        "id workspace_id user_id role date_performed:date time_in_minutes:decimal "
        "rate:decimal billable:boolean approved:boolean is_submitted:boolean notes "
        "updated_at:timestamp",
        cursor="updated_at",
    ),
    _table(
        "expenses",
        "id workspace_id user_id date:date amount:decimal currency is_billable:boolean",
    ),
    _table(
        "workspace_allocations",
        "id workspace_id user_id role start_date:date end_date:date "
        "hours_per_day:decimal hard:boolean",
    ),
    _table(
        "time_off_entries",
        "id user_id requested_date:date hours:decimal submission_date:date",
    ),
    _table(
        "subscribed_events",
        "id field subject_id changed_at:timestamp old_value new_value changed_by",
        key=("id", "field"),
    ),
    *(_table(ids, "id") for ids in SWEPT.values()),
)
