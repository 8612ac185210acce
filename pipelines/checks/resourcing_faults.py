"""Who is booked can work, holds what the project needs, and has a price."""

from pipelines.checks.suite import Claim, Suite

SUITE = Suite(
    name="resourcing_faults",
    claims=(
        Claim(
            "staffing_can_work",
            "Nobody is booked after leaving, or on days off unknown to the PSA.",
            may_be_empty=True,
        ),
        Claim(
            "certificates_hold",
            "Whoever is booked holds what the project needs until then.",
            may_be_empty=True,
        ),
        Claim(
            "hours_have_a_rate",
            "Hours that are billed by time have a rate.",
            may_be_empty=True,
        ),
        Claim(
            "people_have_a_cost_rate",
            "Whoever works has a cost rate, where HR states any.",
            may_be_empty=True,
        ),
    ),
    reads="select * exclude (person_id, fault, fault_hours, n_days, first_date, "
    "last_date) from intermediate.int_resourcing_faults__examined "
    "where claim is not null",
)
