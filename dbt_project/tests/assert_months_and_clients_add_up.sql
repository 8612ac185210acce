{#  Guards revenue_anchors and revenue_bridge: months and undated money add up to the
    life of every scope, and clients add up to the firm. #}
with

amounts as (

    select
        scope_kind,
        scope_id,
        period,
        anchor as name,
        anchor_amount as amount

    from {{ ref('revenue_anchors') }}

    union all

    select
        scope_kind,
        scope_id,
        period,
        segment || '/' || driver || '/' || driver_class as name,
        step_amount as amount

    from {{ ref('revenue_bridge') }}

),

by_months as (

    select
        'months' as claim,
        scope_kind || ':' || scope_id || ':' || name as subject,
        sum(case when period = 'to_date' then amount else -amount end)
            as difference_amount

    from amounts

    group by all

),

by_clients as (

    select
        'clients' as claim,
        period || ':' || name as subject,
        sum(case when scope_kind = 'firm' then amount else -amount end)
            as difference_amount

    from amounts

    where scope_kind in ('firm', 'client')

    group by all

),

united as (

    select * from by_months

    union all

    select * from by_clients

)

select * from united

where difference_amount != 0
