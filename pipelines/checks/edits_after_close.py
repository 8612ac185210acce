"""A sold value should stay as it was when the deal closed."""

from pipelines.checks.suite import Claim, Suite

SUITE = Suite(
    name="edits_after_close",
    claims=(Claim("sold_value_stays", "A won deal keeps its amount after closing."),),
)
