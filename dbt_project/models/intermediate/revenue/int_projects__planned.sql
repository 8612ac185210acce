with

described as (

    select * from {{ ref('int_projects__described') }}

),

holds as (

    select
        project_id,
        sum(hold_amount) as hold_amount,
        sum(hold_amount) filter (where is_whole_remainder) as remainder_amount

    from {{ ref('int_holds__valued') }}

    group by all

),

budgets as (

    select
        project_id,
        sum(baseline_amount) as baseline_amount,
        sum(current_amount) as current_amount

    from described

    where not is_copy and not is_test

    group by all

),

{#  One record speaks for the project: the survivor that is oldest. #}
speaking as (

    select *

    from described

    where not is_copy

    qualify row_number() over (
        partition by project_id order by is_test, created_at, record_id
    ) = 1

),

retainers as (

    select
        source_system || ':project:' || project_id as record_id,
        retainer_method

    from {{ ref('int_psa_projects__unioned') }}

),

planned as (

    select
        speaking.project_id,
        speaking.record_id,
        speaking.client_id,
        speaking.currency_code,
        speaking.billing_type,
        speaking.status,
        speaking.start_date,
        speaking.end_date,
        speaking.billing_cycle,
        speaking.cap_amount,
        speaking.service_code,
        speaking.is_test,
        speaking.is_without_deal_by_design,
        case
            when speaking.billing_type = 'fixed_fee' then 'progress'
            when
                speaking.billing_type = 'retainer'
                and coalesce(retainers.retainer_method, 'period') = 'period'
                then 'period'
            else 'time'
        end as delivery_method,
        coalesce(budgets.baseline_amount, 0) as baseline_amount,
        coalesce(budgets.current_amount, 0) as current_amount,
        coalesce(budgets.current_amount, 0) - coalesce(holds.hold_amount, 0)
            as planned_amount,
        coalesce(budgets.current_amount, 0)
        - coalesce(holds.hold_amount, 0)
        + coalesce(holds.remainder_amount, 0) as price_for_progress_amount

    from speaking

    left join budgets
        on speaking.project_id = budgets.project_id

    left join holds
        on speaking.project_id = holds.project_id

    left join retainers
        on speaking.record_id = retainers.record_id

)

select * from planned
