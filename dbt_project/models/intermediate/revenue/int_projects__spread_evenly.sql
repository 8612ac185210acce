with

projects as (

    select * from {{ ref('int_projects__dated') }}

    where spread_method = 'working_days'

),

days as (

    select * from {{ ref('int_days__counted') }}

),

working_days as (

    select
        projects.project_id,
        projects.record_id,
        projects.planned_amount,
        days.fiscal_month as month,
        count(*) filter (where days.is_working_day) as n_working_days,
        count(*) filter (where days.is_working_day and days.is_past) as n_past_days,
        count(*) filter (where days.calendar_date = projects.start_date)
            as n_first_days,
        count(*) filter (
            where days.calendar_date = projects.start_date and days.is_past
        ) as n_past_first_days

    from projects

    inner join days
        on
            projects.start_date <= days.calendar_date
            and projects.end_date >= days.calendar_date

    group by all

),

{#  Without a working day in between, everything lies on the first day. #}
weighed as (

    select
        *,
        sum(n_working_days) over (partition by project_id) > 0 as has_working_days,
        case when has_working_days then n_working_days else n_first_days end as weight,
        case when has_working_days then n_past_days else n_past_first_days end
            as weight_past

    from working_days

),

cumulated as (

    select
        *,
        sum(weight) over (partition by project_id order by month) as weight_to,
        sum(weight) over (partition by project_id) as weight_total

    from weighed

),

spread_evenly as (

    select
        project_id,
        record_id,
        '' as role,
        month,
        0 as planned_hours,
        {{ part_of(
            'planned_amount', 'weight_to - weight', 'weight_to', 'weight_total'
        ) }} as planned_amount,
        {{ part_of(
            'planned_amount', 'weight_to - weight', 'weight_to - weight + weight_past',
            'weight_total'
        ) }} as due_amount,
        'working_days' as spread_method

    from cumulated

)

select * from spread_evenly
