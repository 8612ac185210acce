"""What a quarterly audit lists: six questions, each one query over published tables.

Every query returns one row per item: `item` (a key that stays the same from audit to
audit), what a reader needs, and `amount_at_stake` in the reporting currency.
"""

from dataclasses import dataclass

OPEN = "status in ('new', 'open', 'regressed')"
FOUND = """
select finding_id as item, sentence, record_id, owner_role, fix_in, status,
    cast(first_seen_at as date) as first_seen_date, fix_url,
    money_at_stake as amount_at_stake
from quality.findings
where {where}
order by amount_at_stake desc, item
"""


@dataclass(frozen=True)
class Section:
    """One question of the audit: its sheet, its title and its query."""

    name: str
    title: str
    counts: str
    """What one row is, for the summary."""

    query: str


SECTIONS = (
    Section(
        "duplicated_clients",
        "Which clients exist more than once?",
        "records to merge",
        FOUND.format(where=f"suite = 'duplicate_clients' and {OPEN}"),
    ),
    Section(
        "mismatched_projects",
        "Which projects do not match between the systems?",
        "projects to correct",
        FOUND.format(
            where=f"{OPEN} and (suite in ('duplicate_projects', 'wrong_client_links') "
            "or (suite in ('missing_links', 'drifting_fields') "
            "and source_record_type = 'project'))"
        ),
    ),
    Section(
        "reporting_differences",
        "Which differences between sold, planned and billed need a hand?",
        "steps without a good reason",
        """
        select segment || ':' || driver || ':' || driver_class as item,
            explanation as sentence, segment, driver, driver_class, owner_role, fix_in,
            step_amount, abs(step_amount) as amount_at_stake
        from marts.revenue_bridge
        where scope_kind = 'firm' and period = 'to_date' and driver_class in ('F', 'U')
        order by amount_at_stake desc, item
        """,
    ),
    Section(
        "off_owner_edits",
        "Which values were changed outside the system that owns them?",
        "edits to correct at the owner",
        """
        select edit_id as item, sentence, pattern, record_id, field, old_value,
            new_value, changed_by, correct_first_in, changed_at, is_standing,
            money_at_stake as amount_at_stake
        from marts.off_owner_edits
        order by amount_at_stake desc, item
        """,
    ),
    Section(
        "sync_loops",
        "Which values go in circles?",
        "values that come back",
        """
        select entity || ':' || entity_id || ':' || stated_field as item, sentence,
            writers, last_value, n_cycles, n_edits, last_changed_at,
            money_at_stake as amount_at_stake
        from marts.sync_loops
        order by amount_at_stake desc, item
        """,
    ),
    Section(
        "late_handoffs",
        "Which handoffs are late or missing?",
        "handoffs",
        """
        select handoff_id as item, explanation as sentence, event, state, owner_role,
            late_working_days, triggered_date, done_date, is_open,
            money_at_stake as amount_at_stake
        from marts.handoffs
        where state in ('late', 'missing')
        order by is_open desc, amount_at_stake desc, item
        """,
    ),
)
