"""Amounts, rates and dates should be entered as the firm agreed to enter them."""

from pipelines.checks.suite import FAULTS, Claim, Suite

SUITE = Suite(
    name="misstated_records",
    claims=(
        Claim("tax_in_amount", "A deal's amount is entered without tax."),
        Claim("rate_change", "Time is valued at a rate of the rate card."),
        Claim("invoice_rate_differs_from_contract", "A bill uses the contract's rate."),
        Claim("date_moved", "An issued invoice keeps its month."),
        Claim("draft_or_void", "An export holds issued invoices only."),
        Claim("test_project", "Tests and templates are flagged as internal."),
    ),
    reads=FAULTS,
)
