with

integrations as (

    select * from {{ ref('integrations') }}

),

ratings as (

    select * from {{ source('rules', 'integration_ratings') }}

),

handoffs as (

    select * from {{ ref('handoffs') }}

),

shared_ids as (

    select
        *,
        case
            when entity = 'client' then 'client_to_' || role
            when entity = 'person' then 'person_to_psa'
            when role = 'accounting' then 'project_to_accounting'
            else 'project_to_deal'
        end as integration

    from {{ ref('shared_ids') }}

    where entity != 'client' or target_role = 'crm'

),

measured as (

    select
        event as integration,
        count(*) as n_handled,
        count(*) filter (where state not in ('on_time', 'pending')) as n_broken,
        count(*) filter (where state = 'missing') as n_open,
        coalesce(sum(money_at_stake) filter (where state = 'missing'), 0)
            as money_at_stake,
        coalesce(max(late_working_days) filter (where state = 'missing'), 0)
            as oldest_working_days

    from handoffs

    group by all

    union all

    select
        integration,
        count(*) as n_handled,
        count(*) filter (where link_state != 'carried') as n_broken,
        count(*) filter (where link_state = 'evidence_only') as n_open,
        coalesce(sum(money_at_stake) filter (where link_state = 'evidence_only'), 0)
            as money_at_stake,
        0 as oldest_working_days

    from shared_ids

    group by all

),

rated as (

    select
        integrations.integration,
        integrations.kind,
        integrations.label,
        integrations.from_role,
        integrations.to_role,
        coalesce(ratings.value, integrations.value) as value_rating,
        coalesce(ratings.risk, integrations.risk) as risk_rating,
        coalesce(ratings.complexity, integrations.complexity) as complexity_rating,
        coalesce(ratings.effort_days, integrations.effort_days) as effort_days,
        ratings.integration is not null as is_rated_by_firm,
        coalesce(measured.n_handled, 0) as n_handled,
        coalesce(measured.n_broken, 0) as n_broken,
        coalesce(measured.n_open, 0) as n_open,
        cast(coalesce(measured.money_at_stake, 0) as decimal(18, 2)) as money_at_stake,
        coalesce(measured.oldest_working_days, 0) as oldest_working_days

    from integrations

    left join ratings
        on integrations.integration = ratings.integration

    left join measured
        on integrations.integration = measured.integration

)

select * from rated
