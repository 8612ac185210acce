"""A client should have one record in each system."""

from pipelines.checks.suite import Claim, Suite

SUITE = Suite(
    name="duplicate_clients",
    claims=(
        Claim(
            "one_record_per_client",
            "A client has one live record in a system (the books: per currency).",
        ),
    ),
)
