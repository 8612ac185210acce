"""A document should be filed under the client that its work was done for."""

from pipelines.checks.suite import FAULTS, Claim, Suite

SUITE = Suite(
    name="wrong_client_links",
    claims=(
        Claim("wrong_client_link", "A document's client is its project's client."),
    ),
    reads=FAULTS,
)
