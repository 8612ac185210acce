"""What the page about spreadsheets asks of the published file."""

RECURRING = """
with

months as (

    select distinct fiscal_month as period
    from marts.calendar
    cross join rules.firm
    where fiscal_month_end <= as_of
    order by period desc
    limit 6

),

returned as (

    select driver, driver_class, owner_role, fix_in,
        count(distinct period) as n_months,
        sum(abs(step_amount)) as moved_amount
    from marts.revenue_bridge
    inner join months using (period)
    where scope_kind = ? and scope_id = ? and driver_class in ('F', 'U')
    group by all
    having count(distinct period) >= 3

),

behind as (

    select driver, driver_class, count(distinct record_id) as n_records
    from marts.revenue_bridge_evidence
    inner join months using (period)
    where scope_kind = ? and scope_id = ? and driver_class in ('F', 'U')
    group by all

)

select returned.*, n_records, drivers.label, drivers.action
from returned
inner join behind using (driver, driver_class)
inner join rules.drivers using (driver)
order by moved_amount desc, driver, driver_class
"""
FILES = """
select role, system, beside, sum(n_loaded) as n_rows
from rules.connections
left join quality.loads
    on connections.source_system = loads.source_system
    and connections.beside is null
    and loads.run_id = (select run_id from rules.firm)
where system in ('imports', 'google_sheets')
group by all
order by role, system, beside
"""
FIXES = """
select sentence, coalesce(money_at_stake, 0) as money_at_stake, happened_at
from marts.manual_fixes
order by happened_at desc, fix_id
limit 10
"""
NUMBERS = """
select scope_id, client_name, period, anchor, anchor_amount, currency_code
from marts.revenue_anchors
left join (select client_id as scope_id, client_name from marts.clients)
    using (scope_id)
where scope_kind = 'client' and ? in ('', scope_id) and period = ?
order by client_name, scope_id, anchor
"""
STEPS = """
select scope_id, client_name, period, segment, driver, driver_class, step_amount,
    currency_code, owner_role, fix_in, explanation
from marts.revenue_bridge
left join (select client_id as scope_id, client_name from marts.clients)
    using (scope_id)
where scope_kind = 'client' and ? in ('', scope_id) and period = ?
order by client_name, scope_id, position, driver, driver_class
"""
RECORDS = """
select scope_id, client_name, period, segment, driver, driver_class, record_id,
    source_url, evidence_amount, currency_code
from marts.revenue_bridge_evidence
left join (select client_id as scope_id, client_name from marts.clients)
    using (scope_id)
where scope_kind = 'client' and ? in ('', scope_id) and period = ?
order by client_name, scope_id, segment, driver, driver_class, record_id
"""

SHADOWS = """
select sentence, shadow_state, money_at_stake
from marts.shadow_records
where ? in ('', client_id)
order by shadow_state = 'repeats', money_at_stake desc, record_id
"""
