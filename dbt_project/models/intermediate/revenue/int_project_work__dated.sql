{#  Plan and work side by side, per role where the plan has roles: what was due counts
    against, what was done at the planned price counts for. #}
with

projects as (

    select * from {{ ref('int_projects__planned') }}

    where not is_test

),

planned_work as (

    select * from {{ ref('int_planned_work__spread') }}

    where due_amount != 0 and month != 'no_date'

),

entries as (

    select * from {{ ref('int_time_entries__valued') }}

),

deliveries as (

    select * from {{ ref('int_deliveries__dated') }}

),

dated as (

    select
        projects.project_id,
        projects.delivery_method,
        case when projects.delivery_method = 'time' then planned_work.role else '' end
            as role,
        planned_work.month,
        planned_work.record_id,
        'plan' as side,
        -planned_work.due_amount as work_amount

    from projects

    inner join planned_work
        on projects.project_id = planned_work.project_id

    union all

    select
        projects.project_id,
        projects.delivery_method,
        entries.plan_role as role,
        entries.month,
        entries.record_id,
        'work' as side,
        entries.work_at_plan_rate_amount as work_amount

    from projects

    inner join entries
        on projects.project_id = entries.project_id

    where projects.delivery_method = 'time' and entries.plan_role is not null

    union all

    select
        projects.project_id,
        projects.delivery_method,
        '' as role,
        deliveries.month,
        deliveries.record_id,
        'work' as side,
        deliveries.delivered_amount as work_amount

    from projects

    inner join deliveries
        on projects.project_id = deliveries.project_id

    where projects.delivery_method != 'time'

)

select * from dated
