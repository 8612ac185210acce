"""A project should be entered once."""

from pipelines.checks.suite import Claim, Suite

SUITE = Suite(
    name="duplicate_projects",
    claims=(
        Claim("one_record_per_project", "A project has one live record in the PSA."),
    ),
)
