{#  Work that became ready on a day is due for billing some working days after the end
    of the period that the project's billing cycle names. #}
with

projects as (

    select * from {{ ref('int_projects__planned') }}

),

limits as (

    select * from {{ source('rules', 'limits') }}

    where event = 'approved_to_invoiced'

),

days as (

    select * from {{ ref('int_days__counted') }}

),

ready as (

    select
        project_id,
        approved_date as ready_date

    from {{ ref('int_time_entries__billed') }}

    where approved_date is not null

    union

    select
        project_id,
        delivered_date as ready_date

    from {{ ref('int_deliveries__dated') }}

),

period_ends as (

    select
        ready.project_id,
        ready.ready_date,
        case projects.billing_cycle
            when 'quarterly' then days.fiscal_quarter_end
            when 'milestone' then ready.ready_date
            when 'end'
                then greatest(
                    coalesce(projects.end_date, days.fiscal_month_end), ready.ready_date
                )
            else days.fiscal_month_end
        end as period_end

    from ready

    inner join projects
        on ready.project_id = projects.project_id

    inner join days
        on ready.ready_date = days.calendar_date

),

numbered as (

    select
        period_ends.project_id,
        period_ends.ready_date,
        days.working_day_number + limits.working_days as due_day_number

    from period_ends

    cross join limits

    inner join days
        on period_ends.period_end = days.calendar_date

),

due as (

    select
        numbered.project_id,
        numbered.ready_date,
        cast(days.calendar_date + interval 1 day as date) as overdue_from

    from numbered

    inner join days
        on
            numbered.due_day_number = days.working_day_number
            and days.is_working_day

)

select * from due
