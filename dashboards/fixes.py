"""What needs a hand: open findings, and the records of steps no finding speaks of."""

from dashboards.warehouse import Row, read

FIXES = """
with

findings as (

    select
        record_id,
        sentence,
        owner_role,
        fix_in,
        fix_url,
        coalesce(money_at_stake, 0) as money_at_stake,
        currency_code,
        first_seen_at,
        status,
        suite
    from quality.findings
    where status in ('new', 'open', 'regressed')
        and (? = '' or client_id = ?)

),

steps as (

    select
        revenue_bridge_evidence.record_id,
        drivers.label || '. ' || drivers.action as sentence,
        revenue_bridge.owner_role,
        revenue_bridge.fix_in,
        max(revenue_bridge_evidence.source_url) as fix_url,
        max(abs(revenue_bridge_evidence.evidence_amount)) as money_at_stake,
        revenue_bridge_evidence.currency_code,
        null as first_seen_at,
        'open' as status,
        'bridge' as suite
    from marts.revenue_bridge_evidence
    inner join marts.revenue_bridge
        using (scope_kind, scope_id, period, segment, driver, driver_class)
    inner join rules.drivers
        using (driver)
    where scope_kind = 'client'
        and period = 'to_date'
        and driver_class in ('F', 'U')
        and revenue_bridge.fix_in in ('crm', 'psa', 'accounting', 'hr')
        and (? = '' or scope_id = ?)
        and revenue_bridge_evidence.record_id not in (

            select findings.record_id
            from findings
            where findings.record_id is not null

        )
    group by all

)

select * from findings
union all
select * from steps
order by money_at_stake desc, first_seen_at nulls last, record_id, sentence
"""


def fixes(client: str) -> list[Row]:
    """Return what is to be fixed, of one client or of all, the most money first."""
    return read(FIXES, client, client, client, client)
