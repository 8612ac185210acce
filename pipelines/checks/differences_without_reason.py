"""Every change of plan or bill should have a reason on file."""

from pipelines.checks.suite import FAULTS, Claim, Suite

SUITE = Suite(
    name="differences_without_reason",
    claims=(
        Claim("baseline_differs_from_sold", "A first plan starts from what was sold."),
        Claim("budget_edit_without_change_order", "A change order moves the plan."),
        Claim("marked_non_billable", "Time that is not billed says why."),
        Claim("billing_difference_without_reason", "A bill says why it differs."),
        Claim("credit_note", "A credit note says why it was given."),
        Claim("manual_journal_without_basis", "A manual entry has a basis.", True),
    ),
    reads=FAULTS,
)
