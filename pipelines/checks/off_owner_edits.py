"""A value should change in its owner first, travel one way, and come to rest."""

from pipelines.checks.suite import Claim, Suite

SUITE = Suite(
    name="off_owner_edits",
    claims=(
        Claim("copies_follow", "A copy changes to what its owner says, and after it."),
        Claim("owners_lead", "An owner's value comes from people, not from a copy."),
        Claim("values_settle", "A value does not come back again and again."),
    ),
)
