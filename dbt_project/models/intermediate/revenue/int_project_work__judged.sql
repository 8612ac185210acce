{#  Months in a row in which work stood on the same side of the plan are one period.
    Work that should have started is a matter of timing until the limit has passed. #}
with

balanced as (

    select * from {{ ref('int_project_work__balanced') }}

),

projects as (

    select * from {{ ref('int_projects__planned') }}

),

limits as (

    select * from {{ source('rules', 'limits') }}

    where event = 'project_to_first_time'

),

days as (

    select * from {{ ref('int_days__counted') }}

),

{#  Each month is judged on its own last day. #}
classed as (

    select
        balanced.*,
        case
            when balanced.driver != 'not_started' then null
            when
                ended.working_day_number - started.working_day_number
                > limits.working_days
                then 'F'
            else 'T'
        end as driver_class

    from balanced

    cross join limits

    inner join projects
        on balanced.project_id = projects.project_id

    inner join days as ended
        on balanced.last_past_day = ended.calendar_date

    left join days as started
        on projects.start_date = started.calendar_date

),

marked as (

    select
        *,
        row_number() over (partition by project_id, role order by month)
        - row_number() over (
            partition by project_id, role, driver, driver_class order by month
        ) as period_mark,
        lead(month) over (partition by project_id, role order by month) as next_month

    from classed

),

periods as (

    select
        project_id,
        role,
        driver,
        driver_class,
        min(month) as first_month,
        max(month) as last_month,
        case when count(*) = count(next_month) then max(next_month) end as month_after

    from marked

    where driver != 'even'

    group by project_id, role, driver, driver_class, period_mark

)

select * from periods
