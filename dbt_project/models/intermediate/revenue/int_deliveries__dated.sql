{#  Work done, valued by the kind of contract: hours at their rate, progress times
    price, or the fee as its period passes. #}
with

projects as (

    select * from {{ ref('int_projects__planned') }}

    where not is_test

),

entries as (

    select * from {{ ref('int_time_entries__valued') }}

),

progress as (

    select * from {{ ref('int_progress__dated') }}

),

planned_work as (

    select * from {{ ref('int_planned_work__spread') }}

    where month != 'no_date'

),

days as (

    select * from {{ ref('int_days__counted') }}

),

progress_reached as (

    select
        projects.project_id,
        progress.record_id,
        progress.progress_date,
        {{ reached_of(
            'projects.price_for_progress_amount',
            'progress.complete_weight',
            'progress.weight_total'
        ) }} as reached_amount

    from projects

    inner join progress
        on projects.record_id = progress.project_record_id

    where projects.delivery_method = 'progress'

),

dated as (

    select
        projects.project_id,
        entries.record_id,
        entries.role,
        entries.work_date as delivered_date,
        entries.month,
        entries.hours as delivered_hours,
        entries.work_amount as delivered_amount

    from projects

    inner join entries
        on projects.project_id = entries.project_id

    where projects.delivery_method = 'time' and entries.is_billable

    union all

    select
        progress_reached.project_id,
        progress_reached.record_id,
        '' as role,
        progress_reached.progress_date as delivered_date,
        days.fiscal_month as month,
        0 as delivered_hours,
        progress_reached.reached_amount - coalesce(
            lag(progress_reached.reached_amount) over (
                partition by progress_reached.project_id
                order by progress_reached.progress_date, progress_reached.record_id
            ),
            0
        ) as delivered_amount

    from progress_reached

    inner join days
        on progress_reached.progress_date = days.calendar_date

    union all

    select
        projects.project_id,
        planned_work.record_id,
        planned_work.role,
        months.last_past_day as delivered_date,
        planned_work.month,
        0 as delivered_hours,
        planned_work.due_amount as delivered_amount

    from projects

    inner join planned_work
        on projects.project_id = planned_work.project_id

    inner join {{ ref('int_months__counted') }} as months
        on planned_work.month = months.month

    where projects.delivery_method = 'period' and months.has_begun

)

select * from dated

where delivered_amount != 0 or delivered_hours != 0
