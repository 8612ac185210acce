{#  From what was sold to what is planned, one row per record and reason, each the way
    between two running totals of its schedule. #}
with

parts as (

    select * from {{ ref('int_expected_parts__ordered') }}

),

compared as (

    select * from {{ ref('int_expected_parts__compared') }}

),

budgets as (

    select * from {{ ref('int_project_budgets__stepped') }}

),

adjustments as (

    select * from {{ ref('int_budget_adjustments__cumulated') }}

),

adjustment_totals as (

    select
        project_id,
        max(total_amount) as total_amount

    from adjustments

    group by all

),

listed as (

    select
        'expected' as anchor,
        null as driver,
        deal_id,
        schedule_id,
        project_id,
        client_id,
        exchange_rate,
        record_id,
        total_from as amount_from,
        total_to as amount_to

    from parts

    union all

    select
        null as anchor,
        driver,
        deal_id,
        schedule_id,
        project_id,
        client_id,
        exchange_rate,
        record_id,
        total_to as amount_from,
        total_from as amount_to

    from parts

    where driver is not null

    union all

    select
        null as anchor,
        'kickoff_adjustment' as driver,
        compared.deal_id,
        compared.schedule_id,
        compared.project_id,
        compared.client_id,
        compared.exchange_rate,
        adjustments.record_id,
        compared.total_to + {{ leg_of('adjustments.total_from', 'compared') }}
            as amount_from,
        compared.total_to + {{ leg_of('adjustments.total_to', 'compared') }}
            as amount_to

    from compared

    inner join adjustments
        on compared.project_id = adjustments.project_id

    union all

    select
        null as anchor,
        'baseline_differs_from_sold' as driver,
        compared.deal_id,
        compared.schedule_id,
        compared.project_id,
        compared.client_id,
        compared.exchange_rate,
        compared.project_record_id as record_id,
        compared.total_to
        + {{ leg_of('coalesce(adjustment_totals.total_amount, 0)', 'compared') }}
            as amount_from,
        compared.total_from + compared.start_amount as amount_to

    from compared

    left join adjustment_totals
        on compared.project_id = adjustment_totals.project_id

    union all

    select
        null as anchor,
        budgets.driver,
        compared.deal_id,
        compared.schedule_id,
        compared.project_id,
        compared.client_id,
        compared.exchange_rate,
        budgets.record_id,
        compared.total_from + {{ leg_of('budgets.total_from', 'compared') }}
            as amount_from,
        compared.total_from + {{ leg_of('budgets.total_to', 'compared') }} as amount_to

    from compared

    inner join budgets
        on compared.project_id = budgets.project_id

    where budgets.driver != 'baseline'

)

select * from listed

where amount_from != amount_to
