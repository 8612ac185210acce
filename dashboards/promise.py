"""What the pages need of the published file: table by table, the columns they read.

A file that lacks one of them was written by another version; the pages then say so
instead of failing in the middle.
"""

PROMISE = {
    "marts.revenue_anchors": (
        "scope_kind scope_id period anchor anchor_amount currency_code"
    ),
    "marts.revenue_bridge": (
        "scope_kind scope_id period segment position driver driver_class step_amount "
        "currency_code owner_role fix_in explanation"
    ),
    "marts.revenue_bridge_evidence": (
        "scope_kind scope_id period segment driver driver_class source_system "
        "source_record_type source_record_id record_id source_url evidence_amount "
        "currency_code"
    ),
    "marts.revenue_contributions": (
        "anchor client_id project_id month record_id source_system source_record_type "
        "source_record_id contribution_amount currency_code"
    ),
    "marts.clients": "client_id client_name",
    "marts.projects": "project_id project_name client_id",
    "marts.deals": (
        "deal_name client_id source_system source_record_type source_record_id"
    ),
    "marts.deal_projects": "deal_id project_id",
    "marts.invoice_lines": (
        "invoice_id source_system source_record_type source_record_id"
    ),
    "marts.invoices": (
        "invoice_id invoice_number client_id kind status is_copy invoice_date due_date "
        "reported_accounting_amount tax_amount billed_amount currency_code "
        "source_system source_record_type source_record_id"
    ),
    "marts.calendar": (
        "calendar_date fiscal_month fiscal_month_end working_day_number "
        "fiscal_quarter_end"
    ),
    "marts.revenue_measures": (
        "client_id measure measure_amount is_intercompany month_end_date"
    ),
    "marts.pipeline": (
        "deal_id client_id currency_code open_amount weighted_amount "
        "expected_close_date"
    ),
    "marts.client_records": (
        "record_id client_id source_system source_record_type source_record_id"
    ),
    "marts.project_records": (
        "project_id source_system source_record_type source_record_id"
    ),
    "marts.handoffs": (
        "handoff_id event record_id client_id subject state owner_role explanation "
        "lag_working_days late_working_days limit_working_days money_at_stake is_open"
    ),
    "marts.revenue_changes": (
        "run_at previous_run_at record_id client_id anchor change_class explanation "
        "is_closed_period change_amount"
    ),
    "marts.clean_up_tasks": (
        "task_id task_kind record_id client_id role owner_role sentence position "
        "money_at_stake"
    ),
    "marts.integration_scores": (
        "position label owner_role n_broken money_at_stake oldest_working_days "
        "done_day_number is_in_ninety_days"
    ),
    "rules.handoff_events": "event event_number label owner_role",
    "rules.drivers": "driver position label driver_classes owner_role fix_in action",
    "rules.firm": (
        "firm_name reporting_currency time_zone as_of is_invented run_id run_at "
        "code_version"
    ),
    "quality.findings": (
        "finding_id suite severity sentence source_system source_record_type "
        "source_record_id record_id client_id owner_role fix_in fix_url money_at_stake "
        "currency_code first_seen_at last_seen_at status"
    ),
    "quality.runs": "started_at status",
    "quality.checks": "suite claim n_rows_examined n_unexpected success run_id",
    "quality.sources": (
        "source_system role last_loaded_at newest_record_at n_rows limit_hours "
        "is_complete"
    ),
}
