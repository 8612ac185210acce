{#  What time entries add to the comparison with the plan besides their hours: roles
    that no plan names, other rates, and time that is not billable. #}
with

projects as (

    select * from {{ ref('int_projects__planned') }}

    where not is_test and delivery_method = 'time'

),

entries as (

    select
        entries.*,
        projects.billing_type

    from {{ ref('int_time_entries__valued') }} as entries

    inner join projects
        on entries.project_id = projects.project_id

),

listed as (

    select
        project_id,
        'unplanned_role' as driver,
        null as driver_class,
        month,
        record_id,
        work_amount as step_amount

    from entries

    where plan_role is null

    union all

    select
        project_id,
        'rate_change' as driver,
        case when is_card_rate then 'L' else 'F' end as driver_class,
        month,
        record_id,
        work_amount - work_at_plan_rate_amount as step_amount

    from entries

    where plan_role is not null

    union all

    select
        project_id,
        'marked_non_billable' as driver,
        case
            when non_billable_reason is null and billing_type != 'internal' then 'U'
            else 'L'
        end as driver_class,
        month,
        record_id,
        -work_amount as step_amount

    from entries

    where not is_billable

)

select * from listed

where step_amount != 0
