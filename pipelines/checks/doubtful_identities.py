"""Who is who should not hang on a wrong id or on decisions that cannot all hold."""

from pipelines.checks.suite import Claim, Suite

SUITE = Suite(
    name="doubtful_identities",
    claims=(
        Claim("decisions_agree", "Decisions about clients can all hold."),
        Claim("stated_link_holds", "An id that links two clients is not alone."),
        Claim("ids_hold_still", "An id moves only when something it stands on does."),
    ),
)
