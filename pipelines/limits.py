"""How long a handoff may take before it is late."""

from collections.abc import Mapping

LIMITS: Mapping[str, int] = {
    "freeze": 3,
    "deal_to_project": 5,
    "project_to_first_time": 10,
    "work_to_submitted": 1,
    "submitted_to_approved": 3,
    "milestone_to_accepted": 5,
    "approved_to_invoiced": 10,
    "invoice_to_paid": 0,
    "work_to_recognised": 5,
    "change_order_to_plan": 2,
    "hire_to_psa": 2,
    "time_off_to_psa": 1,
    "leaver_to_psa": 0,
    "legal_change_to_billing": 5,
}
"""Working days that a handoff may take, unless firm.toml says otherwise."""
