"""An invoice should be issued once."""

from pipelines.checks.suite import Claim, Suite

SUITE = Suite(
    name="duplicate_invoices",
    claims=(
        Claim("one_record_per_invoice", "An issued invoice is no copy of another one."),
    ),
)
