{#  Hard plan rows of projects that count; soft bookings are shown elsewhere, never
    summed. #}
with

planned_work as (

    select * from {{ ref('int_psa_planned_work__unioned') }}

    where not coalesce(is_soft, false)

),

projects as (

    select * from {{ ref('int_projects__described') }}

    where not is_copy and not is_test

),

days as (

    select * from {{ ref('int_days__counted') }}

),

kept as (

    select
        projects.project_id,
        planned_work.source_system || ':planned_work:' || coalesce(
            planned_work.planned_work_id,
            planned_work.project_id || '/' || planned_work.month
            || '/' || coalesce(planned_work.role, '')
            || '/' || coalesce(planned_work.person_id, '')
        ) as record_id,
        lower(trim(coalesce(planned_work.role, ''))) as role,
        planned_work.month as plan_date,
        days.fiscal_month as month,
        coalesce(planned_work.planned_hours, 0) as planned_hours,
        planned_work.planned_amount,
        coalesce(
            planned_work.bill_rate,
            cast(
                planned_work.planned_amount / nullif(planned_work.planned_hours, 0)
                as decimal(18, 4)
            )
        ) as bill_rate

    from planned_work

    inner join projects
        on
            projects.record_id
            = planned_work.source_system || ':project:' || planned_work.project_id

    inner join days
        on planned_work.month = days.calendar_date

)

select * from kept
