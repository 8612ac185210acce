"""A deal should be entered once."""

from pipelines.checks.suite import Claim, Suite

SUITE = Suite(
    name="duplicate_deals",
    claims=(
        Claim("one_record_per_deal", "A won deal has one live record in its CRM."),
    ),
)
