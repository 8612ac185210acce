"""Work should begin, be approved, be billed and be paid in time."""

from pipelines.checks.suite import FAULTS, Claim, Suite

SUITE = Suite(
    name="overdue_work",
    claims=(
        Claim("not_started", "A project begins within its limit."),
        Claim("time_not_approved", "Submitted time is approved within its limit."),
        Claim("wip_overdue", "Approved work is billed in its next billing run."),
        Claim("overdue", "An invoice is paid by its due date."),
    ),
    reads=FAULTS,
)
