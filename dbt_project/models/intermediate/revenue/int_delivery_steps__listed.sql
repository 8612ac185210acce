{#  From the plan to the work delivered, one row per record, reason and month. A record
    is taken out again in the month in which its reason no longer holds. #}
with

projects as (

    select * from {{ ref('int_projects__planned') }}

    where not is_test

),

planned_work as (

    select * from {{ ref('int_planned_work__spread') }}

),

work as (

    select * from {{ ref('int_project_work__dated') }}

),

periods as (

    select * from {{ ref('int_project_work__judged') }}

),

unassigned as (

    select
        project_id,
        planned_amount

    from {{ ref('int_projects__spread') }}

    where month = 'no_date'

),

listed as (

    select
        work.project_id,
        periods.driver,
        periods.driver_class,
        greatest(work.month, periods.first_month) as month,
        work.record_id,
        work.work_amount as step_amount

    from work

    inner join periods
        on
            work.project_id = periods.project_id
            and work.role = periods.role
            and work.month <= periods.last_month

    union all

    select
        work.project_id,
        periods.driver,
        periods.driver_class,
        periods.month_after as month,
        work.record_id,
        -work.work_amount as step_amount

    from work

    inner join periods
        on
            work.project_id = periods.project_id
            and work.role = periods.role
            and work.month <= periods.last_month

    where periods.month_after is not null

    union all

    select
        project_id,
        'not_yet_due' as driver,
        null as driver_class,
        month,
        record_id,
        due_amount - planned_amount as step_amount

    from planned_work

    where month != 'no_date'

    union all

    select
        projects.project_id,
        'budget_not_assigned' as driver,
        null as driver_class,
        'no_date' as month,
        projects.record_id,
        -unassigned.planned_amount as step_amount

    from projects

    inner join unassigned
        on projects.project_id = unassigned.project_id

)

select * from listed

where step_amount != 0
