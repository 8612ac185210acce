{#  Every measure in every scope and month, with what only a scope as a whole can say:
    how large its steps are, what the firm aims at, its hours and its forecasts. #}
with

measures as (

    select * from {{ ref('revenue_measures') }}

),

bridge as (

    select * from {{ ref('revenue_bridge') }}

),

targets as (

    select * from {{ source('rules', 'targets') }}

),

scope_kinds as (

    select unnest(['firm', 'group', 'client', 'company', 'service']) as scope_kind

),

kinds as (

    select unnest(['differences', 'explained', 'faulty']) as measure

),

summed as (

    select
        scope_kinds.scope_kind,
        case
            when scope_kinds.scope_kind = 'company' then measures.company_id
            when measures.is_intercompany then null
            when scope_kinds.scope_kind = 'firm' then 'firm'
            when scope_kinds.scope_kind = 'group' then measures.group_id
            when scope_kinds.scope_kind = 'client' then measures.client_id
            else measures.service_code
        end as scope_id,
        measures.month,
        measures.measure,
        sum(measures.measure_amount) as measure_amount

    from measures

    cross join scope_kinds

    group by all

    union all

    select
        bridge.scope_kind,
        bridge.scope_id,
        bridge.period as month,
        kinds.measure,
        sum(abs(bridge.step_amount)) as measure_amount

    from bridge

    inner join scope_kinds
        on bridge.scope_kind = scope_kinds.scope_kind

    cross join kinds

    where
        kinds.measure = 'differences'
        or (kinds.measure = 'explained' and bridge.driver_class != 'U')
        or (kinds.measure = 'faulty' and bridge.driver_class = 'F')

    group by all

    union all

    select
        'firm' as scope_kind,
        'firm' as scope_id,
        period as month,
        'target_' || kind as measure,
        sum(target) as measure_amount

    from targets

    group by all

    union all

    select
        'firm' as scope_kind,
        'firm' as scope_id,
        targets.period as month,
        'open_target' as measure,
        max(targets.target) - coalesce(sum(measures.measure_amount), 0)
            as measure_amount

    from targets

    left join measures
        on
            targets.period = measures.month
            and measures.measure = 'won'
            and not measures.is_intercompany

    where targets.kind = 'sold'

    group by targets.period

    union all

    select
        'firm' as scope_kind,
        'firm' as scope_id,
        month,
        measure,
        measure_amount

    from {{ ref('int_staffing__measured') }}

    {#  A pilot cannot say it of the whole firm. #}
    where {{ in_scope("'firm'") }}

    union all

    select * from {{ ref('int_forecasts__measured') }}

    where {{ in_scope('scope_id') }}

)

select * from summed

where scope_id is not null
