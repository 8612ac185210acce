"""What belongs together should be linked: by an id, to a deal, a project, a client."""

from pipelines.checks.suite import Claim, Suite

SUITE = Suite(
    name="missing_links",
    claims=(
        Claim("client_names_its_account", "PSA and books name the CRM account."),
        Claim("project_names_its_deal", "A sold project names its deal."),
        Claim("booking_names_its_project", "A booked project names its PSA one.", True),
        Claim("person_is_known_to_hr", "HR knows every own person of the PSA."),
        Claim("missing_project", "A won deal has its projects in time."),
        Claim("split_gap", "The delivery shares of a deal add up to it."),
        Claim("project_without_deal", "A project was sold, or is internal or old."),
        Claim("unlinked_invoice", "A line for project work names its project."),
        Claim("unapplied_or_overpaid", "A payment is matched to an invoice.", True),
    ),
    reads="""
select * from intermediate.int_missing_links__examined
union all by name
select * from intermediate.int_faults__examined where claim in (
    'missing_project', 'split_gap', 'project_without_deal', 'unlinked_invoice',
    'unapplied_or_overpaid'
)
""",
)
