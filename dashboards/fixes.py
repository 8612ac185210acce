"""What needs a hand: the open findings, the most money first."""

from dashboards.warehouse import Row, read

FIXES = """
select
    finding_id,
    record_id,
    suite,
    sentence,
    owner_role,
    fix_in,
    fix_url,
    coalesce(money_at_stake, 0) as money_at_stake,
    currency_code,
    first_seen_at,
    status
from quality.findings
where status in ('new', 'open', 'regressed')
    and (? = '' or client_id = ?)
order by money_at_stake desc, first_seen_at, finding_id
"""
ACTS = """
select owner_role, fix_in, count(*) as n_findings
from quality.findings
where status in ('new', 'open', 'regressed')
group by all
order by n_findings desc, owner_role, fix_in
"""


def fixes(client: str) -> list[Row]:
    """Return what is to be fixed, of one client or of all."""
    return read(FIXES, client, client)


def acts() -> list[Row]:
    """Return who has how many things to fix, and in which system."""
    return read(ACTS)
