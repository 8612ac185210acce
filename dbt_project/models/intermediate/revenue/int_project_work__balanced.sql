{#  At the end of every month: is the work more or less than what was due, or not even
    begun? #}
with

months as (

    select * from {{ ref('int_months__counted') }}

    where has_begun

),

work as (

    select * from {{ ref('int_project_work__dated') }}

),

projects as (

    select * from {{ ref('int_projects__planned') }}

),

entries as (

    select * from {{ ref('int_time_entries__valued') }}

),

monthly as (

    select
        project_id,
        delivery_method,
        role,
        month,
        sum(work_amount) as work_amount

    from work

    group by all

),

signs as (

    select
        project_id,
        month

    from work

    where side = 'work' and delivery_method != 'time'

    union all

    select
        project_id,
        month

    from entries

),

first_signs as (

    select
        project_id,
        min(month) as first_month

    from signs

    group by all

),

subjects as (

    select
        project_id,
        delivery_method,
        role,
        min(month) as first_month

    from monthly

    group by all

),

grid as (

    select
        subjects.project_id,
        subjects.delivery_method,
        subjects.role,
        months.month,
        months.last_past_day,
        sum(coalesce(monthly.work_amount, 0)) over (
            partition by subjects.project_id, subjects.role order by months.month
        ) as balance_amount

    from subjects

    inner join months
        on subjects.first_month <= months.month

    left join monthly
        on
            subjects.project_id = monthly.project_id
            and subjects.role = monthly.role
            and months.month = monthly.month

),

balanced as (

    select
        grid.*,
        case
            when grid.balance_amount = 0 then 'even'
            when
                grid.balance_amount < 0
                and projects.start_date <= grid.last_past_day
                and coalesce(first_signs.first_month > grid.month, true)
                then 'not_started'
            when grid.delivery_method = 'time' and grid.balance_amount > 0
                then 'hours_over_plan'
            when grid.delivery_method = 'time' then 'hours_under_plan'
            when grid.balance_amount > 0 then 'progress_ahead'
            else 'progress_behind'
        end as driver

    from grid

    inner join projects
        on grid.project_id = projects.project_id

    left join first_signs
        on grid.project_id = first_signs.project_id

)

select * from balanced
