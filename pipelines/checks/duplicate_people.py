"""A person should have one active record in each system."""

from pipelines.checks.suite import Claim, Suite

SUITE = Suite(
    name="duplicate_people",
    claims=(
        Claim(
            "one_record_per_person", "A person has one active record in each system."
        ),
    ),
)
