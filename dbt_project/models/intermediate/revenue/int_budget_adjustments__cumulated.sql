with

firm as (

    select * from {{ source('rules', 'firm') }}

),

adjustments as (

    select * from {{ ref('int_psa_budget_adjustments__unioned') }}

),

project_records as (

    select * from {{ ref('int_projects__described') }}

    where not is_copy and not is_test

),

recorded as (

    select
        project_records.project_id,
        adjustments.source_system || ':budget_adjustment:' || adjustments.adjustment_id
            as record_id,
        adjustments.adjustment_amount

    from adjustments

    cross join firm

    inner join project_records
        on
            project_records.record_id
            = adjustments.source_system || ':project:' || adjustments.project_id

    where coalesce(adjustments.effective_date, firm.as_of) <= firm.as_of

),

cumulated as (

    select
        project_id,
        record_id,
        sum(adjustment_amount) over (
            partition by project_id order by record_id
        ) - adjustment_amount as total_from,
        sum(adjustment_amount) over (partition by project_id order by record_id)
            as total_to,
        sum(adjustment_amount) over (partition by project_id) as total_amount

    from recorded

)

select * from cumulated
