"""The causes the worked examples need: key, label, class, owner, fix in, action."""

CAUSES = """
discount_at_signing|Discount given when signing|L|sales|none|none
duplicate_deal|Deal entered twice|F|sales|crm|merge the two deals
edit_after_close|CRM amount changed after the deal closed|F|sales|crm|change it back
crm_fx|CRM used another exchange rate|L|sales|none|none
scope_added|Scope added|L|delivery|none|none
scope_removed|Scope removed|L|delivery|none|none
future_term|Later contract years|L|sales|none|none
kickoff_adjustment|Agreed change at kick-off|L|delivery|none|none
on_hold|Work on hold|L|delivery|none|none
budget_edit_without_change_order|Plan changed, no change order|U|delivery|psa|add a change order or undo
missing_project|Won deal with no project|F|delivery|psa|create the project from the deal
awaiting_handoff|Project being set up|T|delivery|psa|wait until its due date
duplicate_project|Project entered twice|F|delivery|psa|archive one and move its time
not_yet_due|Work planned for later|T|delivery|none|none
not_started|Should have started|T|delivery|psa|start it or move it
hours_over_plan|More hours than planned|L|delivery|none|none
hours_under_plan|Fewer hours than planned|L|delivery|none|none
unplanned_role|Work by a role not in the plan|L|delivery|psa|add it to the plan
rate_change|Rate differs from plan|L|delivery|psa|none
progress_behind|Behind plan|T|delivery|none|none
time_not_approved|Time waiting for approval|T|delivery|psa|approve the time
wip_within_cycle|Ready, in next billing run|T|finance|none|none
wip_overdue|Ready, missed a billing run|F|finance|accounting|bill it or write it down
billed_in_advance|Billed before the work|T|finance|none|none
write_down|Reduced when billing|L|finance|none|none
invoice_rate_differs_from_contract|Invoice used another rate|F|finance|accounting|credit and rebill
credit_note|Credit note|L|finance|none|none
unlinked_invoice|Invoice with no project|F|finance|accounting|add the project
duplicate_invoice|Invoice issued twice|F|finance|accounting|void one
draft_or_void|Draft or void invoice in the export|F|finance|none|filter the report
wrong_client_link|Filed under the wrong client|F|finance|accounting|relink it
deferred|Held for later|T|finance|none|none
unbilled_accrued|Counted before billing|T|finance|none|none
not_due|Not yet due|T|finance|none|none
fx|Exchange rates|L|finance|none|none
fx_realised|Exchange rates when paid|L|finance|none|none
tax|Tax, never part of revenue|L|finance|none|none
"""
