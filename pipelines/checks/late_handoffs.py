"""What must follow should follow in time, once, and after its cause."""

from pipelines.checks.suite import Claim, Suite

SUITE = Suite(
    name="late_handoffs",
    claims=(
        Claim(
            "handoffs_happen",
            "What must follow another event follows in time.",
            may_be_empty=True,
        ),
        Claim(
            "handoffs_keep_order",
            "It follows once, after its cause, and with the same facts.",
            may_be_empty=True,
        ),
    ),
)
