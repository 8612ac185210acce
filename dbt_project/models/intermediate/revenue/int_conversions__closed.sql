{#  Each reason is converted by itself, so the converted reasons can miss the converted
    difference by cents. In the contract's own currency nothing is missing, nor where it
    is the reporting currency: two tests hold that. #}
with

plan_amounts as (

    select * from {{ ref('int_plan_amounts__spread') }}

    where anchor = 'planned'

),

project_amounts as (

    select * from {{ ref('int_project_amounts__valued') }}

),

billed as (

    select * from {{ ref('int_accounting_steps__listed') }}

    where anchor = 'billed' and project_id != 'unassigned'

),

rate_steps as (

    select * from {{ ref('int_billing_rates__compared') }}

),

legs as (

    select * from {{ ref('int_projects__legged') }}

),

projects as (

    select * from {{ ref('int_projects__planned') }}

),

sides as (

    select
        'planned_to_delivered' as segment,
        deal_id,
        project_id,
        month,
        -contribution_amount as side_amount

    from plan_amounts

    union all

    select
        case when anchor is null then segment else 'delivered_to_billed' end as segment,
        deal_id,
        project_id,
        month,
        -contribution_amount as side_amount

    from project_amounts

    union all

    select
        'planned_to_delivered' as segment,
        deal_id,
        project_id,
        month,
        contribution_amount as side_amount

    from project_amounts

    where anchor = 'delivered'

    union all

    select
        'delivered_to_billed' as segment,
        deal_id,
        project_id,
        month,
        step_amount as side_amount

    from billed

    union all

    select
        segment,
        deal_id,
        project_id,
        month,
        -contribution_amount as side_amount

    from rate_steps

),

open_cents as (

    select
        segment,
        deal_id,
        project_id,
        month,
        sum(side_amount) as side_amount

    from sides

    group by all

    having sum(side_amount) != 0

),

closed as (

    select
        cast(null as varchar) as anchor,
        open_cents.segment,
        'fx' as driver,
        'L' as driver_class,
        open_cents.deal_id,
        open_cents.project_id,
        legs.client_id,
        open_cents.month,
        projects.record_id,
        legs.currency_code,
        cast(0 as decimal(18, 2)) as contract_amount,
        open_cents.side_amount as contribution_amount

    from open_cents

    inner join legs
        on
            open_cents.deal_id = legs.deal_id
            and open_cents.project_id = legs.project_id

    inner join projects
        on open_cents.project_id = projects.project_id

)

select * from closed
