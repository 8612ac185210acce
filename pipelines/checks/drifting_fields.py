"""A copy of a field should say what the field's owner says."""

from pipelines.checks.suite import Claim, Suite

SUITE = Suite(
    name="drifting_fields",
    claims=(
        Claim(
            "copies_follow_their_owner",
            "A copy equals its owner's value after case, punctuation and legal form.",
        ),
    ),
)
